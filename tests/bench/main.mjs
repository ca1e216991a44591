// node tests/bench/main.mjs [--contacts N] [--seconds N] [--write] [--only sqlite|postgres]: see run.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Postgres, Sqlite } from "../crash/database.mjs";
import { Tools } from "./measure.mjs";
import { report, write } from "./report.mjs";
import { Site, program } from "./site.mjs";

const { values: options } = parseArgs({
  options: {
    contacts: { type: "string", default: "100000" }, seconds: { type: "string", default: "4" }, only: { type: "string" }, write: { type: "boolean" },
  },
});
const seconds = Number(options.seconds);
const tools = new Tools("build/bench-tools");

async function run(database, folder) {
  mkdirSync(join(folder, "data"), { mode: 0o700 });
  const site = new Site(database, folder, tools, seconds);
  const leave = () => site.server.kill();
  process.on("exit", leave);
  await site.begin();
  await site.fill(Number(options.contacts));
  const copy = await site.copy();
  const idle = await site.starts();
  await site.reading();
  await site.referring(copy);
  await site.writing(copy);
  if (!database.home) await site.matchingMany(100_000);
  await site.server.stop();
  return { rows: site.rows, idle: { name: database.name, ...idle } };
}

async function main() {
  if (!existsSync(program)) throw new Error(`${program} is not built`);
  mkdirSync("build/bench-data", { recursive: true });
  const results = [];
  for (const engine of ["sqlite", "postgres"].filter((name) => !options.only || options.only === name)) {
    const folder = mkdtempSync(join("build/bench-data", `${engine}-`));
    const database = engine === "postgres" ? await Postgres.start("hebra_bench") : new Sqlite(join(folder, "data"));
    const leave = () => {
      database.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    process.on("exit", leave);
    results.push(await run(database, folder));
    leave();
  }
  const text = report(results, { contacts: options.contacts, seconds });
  console.log(`\n${text}`);
  if (options.write) write("docs/benchmarks.md", text);
}

process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));
await main();
process.exit();
