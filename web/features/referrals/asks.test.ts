import { describe, expect, test } from "vitest";
import { emptyAnswer, k_other_hour, missingIn, moveOf } from "./asks";

const instant = (day: string, hour: string) => `${day}T${hour}:00Z`;
const free = { freeHours: true, lastTry: false };

describe("giving an hour", () => {
  test("from the agenda says only which: the server knows when, how and where", () => {
    const form = { ...emptyAnswer, slot: "an-hour", day: "2026-11-24", hour: "09:00", place: "Box 1", channel: "phone" as const };
    expect(missingIn("schedule", { ...form, slot: "" }, free)).toEqual({ slot: "error.slot" });
    expect(missingIn("schedule", form, free)).toEqual({});
    expect(moveOf("schedule", 3, form, instant, free)).toEqual({ action: "schedule", version: 3, questions: [], slot_id: "an-hour" });
  });

  test("outside it, or when none is free, the day and the time are written", () => {
    const form = { ...emptyAnswer, slot: k_other_hour, day: "2026-11-24", hour: "09:00", place: "Box 1" };
    expect(missingIn("schedule", { ...form, day: "", hour: "" }, free)).toEqual({ day: "error.day", hour: "error.hour" });
    expect(moveOf("schedule", 3, form, instant, free)).toEqual({ action: "schedule", version: 3, questions: [], at: "2026-11-24T09:00:00Z", place: "Box 1" });
    expect(missingIn("schedule", emptyAnswer)).toEqual({ day: "error.day", hour: "error.hour" });
  });
});

describe("who did not come", () => {
  test("is sought in two different ways before it counts the third time", () => {
    const last = { freeHours: false, lastTry: true };
    const one = { ...emptyAnswer, channel: "phone" as const };
    expect(missingIn("no_show", emptyAnswer)).toEqual({});
    expect(missingIn("no_show", one, last)).toEqual({ otherChannel: "error.ways" });
    expect(missingIn("no_show", { ...one, otherChannel: "phone" }, last)).toEqual({ otherChannel: "error.ways" });
    expect(moveOf("no_show", 3, { ...one, otherChannel: "sms" }, instant, last)).toMatchObject({ channel: "phone", other_channel: "sms" });
  });
});

describe("when they arrived", () => {
  const arrived = { ...emptyAnswer, withWhom: "Ps. Paula V." };
  test("may be left out whole, and is then now", () => {
    expect(missingIn("confirm_first_contact", arrived)).toEqual({});
    expect(moveOf("confirm_first_contact", 3, arrived, instant)).not.toHaveProperty("at");
  });
  test("is never taken for now when what was written is no day, or is an hour without its day", () => {
    expect(missingIn("confirm_first_contact", { ...arrived, day: "31-02-2026", hour: "10:00" })).toEqual({ day: "error.day" });
    expect(missingIn("confirm_first_contact", { ...arrived, hour: "10:00" })).toEqual({ day: "error.day.of_hour" });
    expect(missingIn("confirm_first_contact", { ...arrived, day: "2026-11-21" })).toEqual({ hour: "error.hour" });
    expect(moveOf("confirm_first_contact", 3, { ...arrived, day: "2026-11-21", hour: "10:00" }, instant)).toMatchObject({ at: "2026-11-21T10:00:00Z" });
  });
});
