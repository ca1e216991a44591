import type { Which } from "./commitments";

/** The ways to look at what must be done, each with an address: `/?ver=mine`. The first is the home itself. */
export const homeViews = ["loose", "mine", "due", "asked", "open"] as const satisfies readonly (Which | "asked")[];
export type HomeView = (typeof homeViews)[number];
