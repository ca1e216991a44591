// The house the browsers visit: the real program with the demo network, and what the pages are about.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { makeDatabase } from "../database.ts";
import { Program } from "../../../tools/smoke/program.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    address: string;
  }
}

export const programPath = process.env["HEBRA_TEST_PROGRAM"] ?? join(import.meta.dirname, "../../../build/release/hebra");

/** A program over a folder of its own, with the demo network, serving; on PostgreSQL where one is at hand. */
export async function startDemo(database: "sqlite" | "postgres" = "sqlite"): Promise<{ program: Program; leave: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "hebra-browser-"));
  const program = new Program(programPath, join(folder, "data"), database === "postgres" ? makeDatabase("browser") : undefined);
  const leave = async () => {
    if (program.server) await program.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await program.run("demo");
    await program.serve();
    return { program, leave };
  } catch (error) {
    program.kill();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { program, leave } = await startDemo();
  project.provide("address", program.address);
  return leave;
}
