// What the crash tests ask of the database behind the program's back: counting, altering rows, reading raw bytes.
import { execFileSync, spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";

const throwaway = fileURLToPath(new URL("../support/throwaway_postgres.sh", import.meta.url));

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/// Text and numbers come back as text; bytes as hexadecimal.
export class Sqlite {
  name = "SQLite";

  constructor(data) {
    this.data = data;
  }
  with(use) {
    const database = new DatabaseSync(join(this.data, "hebra.db"));
    try {
      return use(database);
    } finally {
      database.close();
    }
  }
  rows(sql) {
    return this.with((database) =>
      database.prepare(sql).all().map((row) =>
        Object.values(row).map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString("hex") : cell === null ? null : String(cell))),
      ),
    );
  }
  run(sql) {
    this.with((database) => database.exec(sql));
  }
  bytes(hex) {
    return `X'${hex}'`;
  }
  files() {
    return filesUnder(this.data);
  }
  crash() {
    throw new Error("SQLite has no server of its own");
  }
  stop() {}
}

/// A cluster of its own, whose writes reach the disk: it is there to be killed.
export class Postgres {
  name = "PostgreSQL";

  static async start(database) {
    const cluster = new Postgres();
    cluster.script = spawn("sh", [throwaway, "durable"], { stdio: ["pipe", "pipe", "ignore"] });
    cluster.answers = createInterface({ input: cluster.script.stdout })[Symbol.asyncIterator]();
    const url = await cluster.answer();
    cluster.home = new URLSearchParams(url.split("?")[1]).get("host");
    cluster.psql(url, `CREATE DATABASE ${database}`);
    cluster.url = url.replace("/postgres?", `/${database}?`);
    return cluster;
  }
  /// One more database in the same cluster.
  another(name) {
    this.psql(this.url, `CREATE DATABASE ${name}`);
    const other = Object.create(this);
    other.url = this.url.replace(/\/\w+\?/, `/${name}?`);
    return other;
  }
  async answer() {
    const { value, done } = await this.answers.next();
    if (done) throw new Error("the throwaway PostgreSQL did not start");
    return value;
  }
  psql(url, sql) {
    const words = ["--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--set=ON_ERROR_STOP=1", "--field-separator=\t", "--pset=null=\\N"];
    return execFileSync("psql", [...words, "--command", sql, url], { encoding: "utf8", maxBuffer: 1 << 28 });
  }
  rows(sql) {
    const said = this.psql(this.url, sql);
    if (said === "") return [];
    // An empty line is a row too: of one empty text.
    return said
      .replace(/\n$/, "")
      .split("\n")
      .map((line) => line.split("\t").map((cell) => (cell === "\\N" ? null : cell.replace(/^\\x/, ""))));
  }
  run(sql) {
    this.psql(this.url, sql);
  }
  bytes(hex) {
    return `'\\x${hex}'::bytea`;
  }
  /// Everything the cluster wrote: tables, write-ahead log, server log.
  files() {
    return filesUnder(this.home);
  }
  /// kill -9 of the postmaster and every process of it.
  async crash() {
    this.script.stdin.write("crash\n");
    await this.answer();
  }
  async restart() {
    this.script.stdin.write("start\n");
    await this.answer();
  }
  stop() {
    this.script?.stdin.end();
  }
}
