import { expect, test } from "vitest";
import type { Field } from "@/forms/definition";
import { compared, isSame } from "./compared";
import type { Version } from "./forms-data";
import { readSamples } from "./read-json";
import { ruleChanges } from "./rules";
import { inForceAfter, nextVersion, order } from "./versions";

const version = (number: string, status: Version["status"], more: Partial<Version> = {}): Version => ({ version: number, status, effective_from: "2026-01-01", in_force: false, ships_with_hebra: false, ...more });
const all = [version("1.10.0", "draft"), version("1.9.0", "published", { in_force: true }), version("1.8.0", "published", { effective_from: "2027-01-01" }), version("1.0.0", "published", { ships_with_hebra: true })];

test("which version is asked after a move: the newest published whose day came, or the one that ships", () => {
  expect(inForceAfter(all, "1.10.0", "publish", "2026-11-22")?.version).toBe("1.10.0");
  expect(inForceAfter(all, "1.9.0", "retire", "2026-11-22")?.version).toBe("1.0.0");
  expect(inForceAfter(all, "1.9.0", "retire", "2027-01-01")?.version).toBe("1.8.0");
  expect(inForceAfter(all, "1.8.0", "retire", "2026-11-22")?.version).toBe("1.9.0");
});

test("versions are numbers, and the next is over the highest", () => {
  expect(["1.9.0", "1.10.0", "1.2.0"].sort(order)).toEqual(["1.2.0", "1.9.0", "1.10.0"]);
  expect(nextVersion(all)).toBe("1.11.0");
});

const field: Field = { id: "a", type: "text", label: { es: "A", en: "A" }, data_class: 2, offline_allowed: false, printable: true };

test("each part of a rule that changes is told by itself", () => {
  const condition = { op: "eq", field: "b", value: true } as const;
  expect(ruleChanges(field, field)).toEqual([]);
  expect(ruleChanges(field, { ...field, required_at: "closed", shown_when: condition, data_class: 3, most: 5, printable: false })).toEqual([
    { kind: "asked_if", condition }, { kind: "required", stage: "closed" }, { kind: "data_class", from: 2, to: 3 }, { kind: "limits" }, { kind: "other" },
  ]);
  expect(ruleChanges({ ...field, required_at: "closed", required_when: condition }, { ...field, required_at: "closed" })).toEqual([{ kind: "always_required" }]);
});

test("a sample is told by what differs", () => {
  const under = { version: "1.0.0", shown: ["/a"], faults: [], scores: [{ id: "load", version: 1, points: 2 }] };
  const fault = { pointer: "/b", code: "answer_needed", message: { es: "", en: "" }, from_stage: "closed" };
  expect(isSame(compared(under, under))).toBe(true);
  const told = compared(under, { ...under, shown: ["/b"], faults: [fault], scores: [] });
  expect(told).toEqual({ nowAsked: ["/b"], noLongerAsked: ["/a"], onlyNow: [fault], onlyBefore: [], both: [], scores: [{ id: "load", before: 2, now: undefined }] });
  expect(isSame(told)).toBe(false);
});

test("samples are a list or one, bare or with the record's own; nineteen at most, beside the one filled in", () => {
  expect(readSamples('{"a":1}')).toEqual([{ answers: { a: 1 }, record: {} }]);
  expect(readSamples('[{"answers":{"a":1},"record":{"risk":"low"}},{}]')).toEqual([{ answers: { a: 1 }, record: { risk: "low" } }, { answers: {}, record: {} }]);
  for (const wrong of ["{", "3", "[1]", '{"answers":3}', JSON.stringify(Array.from({ length: 20 }, () => ({})))]) expect(readSamples(wrong)).toBeUndefined();
});
