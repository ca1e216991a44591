import { describe, expect, test } from "vitest";
import { martina } from "@/tests/fake-data";
import { newChannel, newHours, nextRow, safeContactOf, safeErrorsIn, safeFieldAt, safeFormOf } from "./safe-form";

const card = martina.safe_contact;
const now = new Date("2026-11-20T00:12:00Z");

test("a card goes through the form and comes back the same", () => {
  expect(safeContactOf(safeFormOf(card), card, now)).toEqual(card);
});

test("nobody's card begins with one empty phone and no voicemail", () => {
  const form = safeFormOf(undefined);
  expect(form.channels).toHaveLength(1);
  expect(form.voicemail).toBe("no");
  expect(safeErrorsIn(form)).toEqual({ "value-1": "error.value" });
});

test("confirming is now; not confirming keeps what there was", () => {
  expect(safeContactOf({ ...safeFormOf(card), confirmed: true }, card, now).confirmed_at).toBe(now.toISOString());
  expect(safeContactOf(safeFormOf(undefined), undefined, now).confirmed_at).toBeUndefined();
});

describe("what can be seen to be wrong", () => {
  const withHours = (from: string, to: string, days = newHours(1).days) => safeErrorsIn({ ...safeFormOf(card), hours: [{ ...newHours(7), from, to, days }] });
  test("hours that are none, end before they begin, or belong to no day", () => {
    expect(withHours("cuatro", "18:00")).toEqual({ "from-7": "error.hour" });
    expect(withHours("18:00", "16:00")).toEqual({ "to-7": "error.hours_order" });
    expect(withHours("16:00", "16:00")).toEqual({ "to-7": "error.hours_order" });
    expect(withHours("16:00", "18:00", [])).toEqual({ "days-7": "error.days" });
    expect(withHours("9:00", "18:00")).toEqual({});
  });
  test("a chat needs no number; an e-mail needs its address", () => {
    expect(safeErrorsIn({ ...safeFormOf(card), hours: [], channels: [{ ...newChannel(1), kind: "chat" }] })).toEqual({});
    expect(safeErrorsIn({ ...safeFormOf(card), hours: [], channels: [{ ...newChannel(1), kind: "email" }] })).toEqual({ "value-1": "error.value" });
  });
});

test("hours travel with two digits, and hours of any means name none", () => {
  const form = { ...safeFormOf(card), hours: [{ ...newHours(1), from: "9:00", to: "18:00" }] };
  expect(safeContactOf(form, card, now).hours).toEqual([{ days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "18:00" }]);
});

test("a new row is nobody else's", () => {
  expect(nextRow([])).toBe(1);
  expect(nextRow([{ row: 3 }, { row: 1 }])).toBe(4);
});

test("what the server says of the card lands in its row, whatever rows came and went", () => {
  const form = { ...safeFormOf(card), channels: [newChannel(4), newChannel(7)], hours: [newHours(2)] };
  expect(safeFieldAt("/safe_contact/channels/1/value", form)).toBe("value-7");
  expect(safeFieldAt("/safe_contact/channels/0/label", form)).toBe("label-4");
  expect(safeFieldAt("/safe_contact/hours/0/to", form)).toBe("to-2");
  expect(safeFieldAt("/safe_contact/do_not_say", form)).toBe("do_not_say");
  expect(safeFieldAt("/safe_contact/confirmed_at", form)).toBeUndefined();
  expect(safeFieldAt("/comuna", form)).toBeUndefined();
});
