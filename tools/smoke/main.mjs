// node tools/smoke/main.mjs [--database URL] [--program PATH]: serves a throwaway demo network on a free port, walks the main job through
// the public API, and ends with status 0 or with the name of the step that failed. ./start --smoke calls it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Client } from "./client.mjs";
import { Program } from "./program.mjs";
import { steps } from "./steps.mjs";

/// Takes the steps in order; each may leave what later ones need in `context`. Returns the failed one's name, or null.
export async function walk(steps, context, tell) {
  for (const [index, step] of steps.entries()) {
    const began = performance.now();
    const label = `[${index + 1}/${steps.length}] ${step.name}`;
    try {
      const seen = await step.run(context);
      tell(`${label}${seen ? ` (${seen})` : ""}: ${(performance.now() - began).toFixed(0)} ms`);
    } catch (error) {
      tell(`${label}: FAILED after ${(performance.now() - began).toFixed(0)} ms: ${error.message}`);
      return step.name;
    }
  }
  return null;
}

async function main() {
  const { database, program: path } = parseArgs({
    options: { database: { type: "string" }, program: { type: "string", default: "build/release/hebra" } },
  }).values;
  const data = mkdtempSync(join(tmpdir(), "hebra-smoke-"));
  const program = new Program(path, data, database);
  const leave = () => {
    program.kill();
    rmSync(data, { recursive: true, force: true });
  };
  process.on("SIGINT", () => process.exit(130));
  process.on("SIGTERM", () => process.exit(143));
  process.on("exit", leave);
  console.log(`The main job, over ${database ? "PostgreSQL" : "SQLite"}; everybody in it is fictitious`);
  const failed = await walk(steps, { program, signIn: (user) => Client.signIn(program.address, user) }, console.log);
  console.log(failed ? `Failed at: ${failed}` : "The main job works");
  process.exit(failed ? 1 : 0); // the server of a failed walk would keep this process alive
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
