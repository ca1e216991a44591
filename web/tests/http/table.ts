// The rows of rows.ts as a list, for tests that go through all of them.
import type { AnyAsk } from "./call.ts";
import { rows, type Row } from "./rows.ts";

export interface AnyRow extends Omit<Row<never>, "ask"> {
  ask: () => Promise<AnyAsk> | AnyAsk;
}

export const table = Object.entries(rows) as unknown as [string, AnyRow][];
