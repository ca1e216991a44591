// How the directory is used: what was shown and taken, row by row. Counts of rows, never of people. Pure.
import type { Uses } from "./directory";

export type Use = Uses["items"][number];
export const orders = ["shown", "tapped", "reported"] as const;
export type Order = (typeof orders)[number];

/** The most first; equals by name. */
export const sorted = (items: readonly Use[], by: Order): Use[] => [...items].sort((a, b) => b[by] - a[by] || a.name.localeCompare(b.name, "es"));

export const totalOf = (items: readonly Use[], of: Order): number => items.reduce((sum, item) => sum + item[of], 0);

/** Shown this often in at least this many days, and nobody took its contact: worth a look. Less than that says nothing. */
export const k_seen_enough = 20;
export const k_days_enough = 30;
export const isPassedOver = ({ shown, tapped }: Use, days: number): boolean => days >= k_days_enough && shown >= k_seen_enough && tapped === 0;

export type Cell = Uses["by_institution_and_topic"][number];

/** The rows of each institution together, as they come. */
export function byInstitution(cells: readonly Cell[]): [string, Cell[]][] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) groups.set(cell.institution, [...(groups.get(cell.institution) ?? []), cell]);
  return [...groups];
}
