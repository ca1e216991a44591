import { describe, expect, test } from "vitest";
import type { AgendaDays } from "@/features/referrals/agenda";
import { freshAgenda, holiday, monday } from "@/tests/fake-agenda";
import { addDays, countFree, leaps, mondayOf, weekOf, workWeekOf } from "./week";

const from = mondayOf(monday().toISOString().slice(0, 10));
const agenda = (change: Partial<AgendaDays> = {}): AgendaDays => ({ from, days: 7, zone: "America/Santiago", services: [], holidays: [holiday()], ...freshAgenda(), ...change });
const before = new Date(monday().getTime() - 86_400_000);

describe("a week", () => {
  test("begins on Monday, and from a Saturday on it is the next one", () => {
    expect(mondayOf("2026-11-22")).toBe("2026-11-16");
    expect(mondayOf("2026-11-16")).toBe("2026-11-16");
    expect(workWeekOf("2026-11-20")).toBe("2026-11-16");
    expect(workWeekOf("2026-11-21")).toBe("2026-11-23");
    expect(workWeekOf("2026-11-22")).toBe("2026-11-23");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });

  test("holds five days, each with what is given and free by the clock, and a Saturday only if it has hours", () => {
    const days = weekOf(agenda(), before);
    expect(days).toHaveLength(5);
    expect(days[0]?.hours.map((hour) => ("given" in hour ? hour.given.thread_code : "free"))).toEqual(["HB-4T85", "free"]);
    const [first] = freshAgenda().slots;
    const saturday = first && { ...first, held: 0, starts_at: new Date(monday().getTime() + 5 * 86_400_000).toISOString() };
    expect(weekOf(agenda({ slots: saturday ? [saturday] : [] }), before)).toHaveLength(6);
  });

  test("what passed unasked is no free hour, and what was cancelled leaves no knot", () => {
    expect(countFree(agenda(), before)).toBe(3);
    expect(countFree(agenda(), new Date(monday().getTime() + 7 * 86_400_000))).toBe(0);
    const cancelled = agenda({ slots: [], appointments: freshAgenda().appointments.map((one) => ({ ...one, status: "cancelled" as const })) });
    expect(weekOf(cancelled, before).every(({ hours }) => hours.length === 0)).toBe(true);
  });

  test("empty time of an hour and more is folded", () => {
    const wednesday = weekOf(agenda(), before)[2]?.hours ?? [];
    expect(wednesday.map((hour, index) => leaps(wednesday[index - 1], hour))).toEqual([false, true]);
  });
});
