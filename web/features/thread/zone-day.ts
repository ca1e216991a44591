import { hereZone } from "@/words/dates";

const days = new Intl.DateTimeFormat("en-CA", { timeZone: hereZone() });

/** Which day it is there: "2026-11-19". */
export const zoneDay = (at: number): string => days.format(at);
