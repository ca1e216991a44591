import { describe, expect, test } from "vitest";
import { familyCentre } from "@/tests/fake-directory";
import { answeredChannels, checkedService, checkErrors, checkFormOf, unsureOf, type CheckFormContent } from "./check";
import { serviceOf } from "./directory";

const entry = familyCentre();
const allSame = (change: Partial<CheckFormContent> = {}): CheckFormContent => {
  const form = checkFormOf(entry);
  return {
    ...form, said: { name: "same", age: "same", hours: "same", channels: "same", topics: "same", entry: "same" },
    channels: form.channels.map((channel, index) => ({ ...channel, answered: index === 0 })), ...change,
  };
};

describe("what is still missing", () => {
  test("each datum that was not asked, and the channel somebody answered", () => {
    expect(checkErrors(checkFormOf(entry))).toEqual({
      name: "error.said", age: "error.said", hours: "error.said", channels: "error.said", topics: "error.said", entry: "error.said", "channels-answered": "error.answered",
    });
    expect(checkErrors(allSame())).toEqual({});
  });
  test("ages in order, hours that are times", () => {
    const said = { ...allSame().said, age: "changed", hours: "changed" } as const;
    const spans = [{ row: 0, day: "mon" as const, opens: "9:7", closes: "24:00" }];
    expect(checkErrors(allSame({ said, age_min: "18", age_max: "12", hours: "weekly", spans }))).toEqual({ age_max: "error.ages", "opens-0": "error.time" });
    expect(checkErrors(allSame({ said, age_min: "-7", hours: "unknown" }))).toEqual({ age_min: "error.age" });
  });
});

test("what they did not know is told", () => {
  expect(unsureOf(allSame())).toEqual([]);
  expect(unsureOf(allSame({ said: { ...allSame().said, age: "unsure", entry: "unsure" } }))).toEqual(["age", "entry"]);
});

describe("the row after the call", () => {
  test("is the same when nothing changed: who rang and when, the server keeps", () => {
    expect(checkedService(serviceOf(entry), allSame({ name: "Otro" }))).toEqual(serviceOf(entry));
  });
  test("takes what changed; an emptied age is not known any more", () => {
    const form = allSame({ age_min: "", age_max: "29", name: " Centro Demo " });
    const after = checkedService(serviceOf(entry), { ...form, said: { ...form.said, age: "changed", name: "changed" } });
    expect(after.name).toBe("Centro Demo");
    expect(after.age_max).toBe(29);
    expect("age_min" in after).toBe(false);
  });
  test("a channel keeps its confirmation only while its contact stays", () => {
    const form = allSame();
    const channels = form.channels.map((channel, index) => (index === 0 ? { ...channel, contact: "22 000 0188" } : channel));
    const after = checkedService(serviceOf(entry), { ...form, said: { ...form.said, channels: "changed" }, channels });
    expect(after.channels).toEqual([{ kind: "phone", contact: "22 000 0188" }, entry.channels[1]]);
    expect(answeredChannels({ ...entry, ...after, version: 2 }, { ...form, channels })).toEqual([0]);
  });
});
