// How the directory is used: what was shown and taken, row by row. Counts of rows, never of people. Pure.
import type { Uses } from "./directory";

export type Use = Uses["items"][number];
export const orders = ["shown", "tapped", "reported"] as const;
export type Order = (typeof orders)[number];

/** The most first; equals by name. */
export const sorted = (items: readonly Use[], by: Order): Use[] => [...items].sort((a, b) => b[by] - a[by] || a.name.localeCompare(b.name, "es"));

export const totalOf = (items: readonly Use[], of: Order): number => items.reduce((sum, item) => sum + item[of], 0);

/** Shown so often, and nobody took its contact: worth a look. */
const k_seen_enough = 20;
export const isPassedOver = ({ shown, tapped }: Use): boolean => shown >= k_seen_enough && tapped === 0;
