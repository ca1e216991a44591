// Which version is asked, before and after a move. Pure; the server decides, this tells it beforehand.
import type { Action, Version } from "./forms-data";

const numbers = (version: string): number[] => version.split(".").map(Number);

/** Negative when the first is lower. */
export function order(one: string, other: string): number {
  const [left, right] = [numbers(one), numbers(other)];
  return left.map((number, at) => number - (right[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** The version that is asked once this move is made. @param items the newest first, that which ships last */
export function inForceAfter(items: readonly Version[], version: string, action: Action, today: string): Version | undefined {
  const moved = items.map((item) => (item.version === version && !item.ships_with_hebra ? { ...item, status: action === "publish" ? ("published" as const) : ("retired" as const) } : item));
  return moved.find(({ status, effective_from, ships_with_hebra }) => ships_with_hebra || (status === "published" && effective_from <= today));
}

/** A number no version has yet: the next after the highest. */
export function nextVersion(items: readonly Version[]): string {
  const [major = 1, minor = 0] = numbers(items.map(({ version }) => version).sort(order).at(-1) ?? "1.0.0");
  return `${major}.${minor + 1}.0`;
}
