// node tests/bench/main.mjs [--people N] [--seconds N] [--write] [--only sqlite|postgres]: see run.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Client } from "../../tools/smoke/client.mjs";
import { Program } from "../../tools/smoke/program.mjs";
import { Postgres, Sqlite } from "../crash/database.mjs";
import { Tools, memoryOf } from "./measure.mjs";
import { People, finding, opening, recording, writeRequests } from "./people.mjs";
import { report, write } from "./report.mjs";

const program = "build/release/hebra";
const connections = 16;  // the setting's default
const { values: options } = parseArgs({
  options: {
    people: { type: "string", default: "100000" }, seconds: { type: "string", default: "4" }, only: { type: "string" }, write: { type: "boolean" },
  },
});
const seconds = Number(options.seconds);
const tools = new Tools("build/bench-tools");

/// A served database with so many people in it, and what is asked of it.
class Site {
  constructor(database, folder) {
    this.database = database;
    this.folder = folder;
    this.data = join(folder, "data");
    this.server = new Program(program, this.data, database.url);
    this.people = new People(20261121);
    this.rows = [];
  }
  get target() {
    return { pid: this.server.server.pid, port: new URL(this.server.address).port, database: this.database };
  }
  file(name, requests) {
    const path = join(this.folder, name);
    writeRequests(path, requests);
    return path;
  }

  async begin() {
    await this.server.run("demo");
    await this.server.serve();
    this.token = (await Client.signIn(this.server.address, "agente@linea.demo")).token;
  }

  /// Records the people everything else is measured among.
  async fill(count) {
    const piece = 20_000;
    for (let left = count; left > 0; left -= piece) {
      const most = Math.min(piece, left);
      await tools.load(this.target, { clients: 32, seconds: 3600, file: this.file("fill", recording(this.people, this.token, most)), most });
      console.log(`${this.database.name}: ${count - left + most} people recorded`);
    }
  }

  async measure(name, load, ceiling) {
    const measured = await tools.load(this.target, { seconds, ...load });
    const most = ceiling ? await ceiling(measured.clients) : undefined;
    const row = { name, database: this.database.name, ...measured, ceiling: most };
    this.rows.push(row);
    console.log(`${this.database.name}: ${name}, ${row.clients} clients: ${row.cpu.toFixed(0)} µs, ${row.rate.toFixed(0)}/s`);
    return measured;
  }

  async recording(copy) {
    const most = (clients) => tools.ceiling(this.database, copy, clients, connections, seconds);
    const file = this.file("record", recording(this.people, this.token, 30_000 * seconds));
    let first = 0;
    for (const clients of [1, 8, 32]) ({ next: first } = await this.measure("P1 record a person", { clients, file, first }, most));
    await this.measure("P5 durable commits: record a person", { clients: 64, file, first }, most);
  }

  async reading() {
    const ids = this.database.rows("SELECT id FROM person ORDER BY id DESC LIMIT 30000").map(([id]) => id);
    const health = this.file("health", [{ method: "GET", path: "/healthz" }]);
    const empty = {};
    for (const clients of [1, 8, 32]) ({ rate: empty[clients] } = await this.measure("an empty reply (/healthz)", { clients, file: health }));
    const known = opening(ids.slice(0, 500), this.token);
    const again = this.file("again", known);
    await tools.load(this.target, { clients: 8, seconds: 60, file: again, most: known.length });  // the looks that are recorded
    for (const clients of [1, 8, 32]) await this.measure("P2 open a person, again within a minute", { clients, file: again }, async (n) => empty[n]);
    const first = this.file("first", opening(ids.slice(500), this.token));
    await this.measure("P2 open a person, a look that is recorded", { clients: 32, file: first }, async (n) => empty[n]);
    const queries = this.file("find", finding(this.people, this.token, 20_000));
    for (const clients of [1, 8, 32]) await this.measure("P3 find people", { clients, file: queries }, async (n) => empty[n]);
  }

  /// The same database once more, for the bare machine to write into.
  async copy() {
    await this.server.stop();
    if (this.database.home) {
      this.database.run("CREATE DATABASE bare TEMPLATE hebra_bench");
      return this.database.url.replace("/hebra_bench?", "/bare?");
    }
    const path = join(this.folder, "bare.db");
    copyFileSync(join(this.data, "hebra.db"), path);
    return path;
  }

  /// From nothing to ready, several times; the quickest tells of the program, the others of the neighbours.
  async starts() {
    const took = [];
    for (let time = 0; time < 5; time++) {
      const began = performance.now();
      await this.server.serve();
      took.push(performance.now() - began);
      if (time < 4) await this.server.stop();
    }
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const [[bytes]] = this.database.home ? this.database.rows("SELECT pg_database_size('hebra_bench')") : [[statSync(join(this.data, "hebra.db")).size]];
    return { start: Math.min(...took), memory: memoryOf(this.target.pid), database: Number(bytes) / 1e6, binary: statSync(program).size / 1e6 };
  }
}

async function run(database, folder) {
  mkdirSync(join(folder, "data"), { mode: 0o700 });
  const site = new Site(database, folder);
  const leave = () => site.server.kill();
  process.on("exit", leave);
  await site.begin();
  await site.fill(Number(options.people));
  const copy = await site.copy();
  const idle = await site.starts();
  await site.reading();
  await site.recording(copy);
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
  const text = report(results, { people: options.people, seconds });
  console.log(`\n${text}`);
  if (options.write) write("docs/benchmarks.md", text);
}

process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));
await main();
process.exit();
