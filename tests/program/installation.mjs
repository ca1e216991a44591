// An installation of its own for a test: a data folder, and a database in either engine.
import { execFile, execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Program } from "../../tools/smoke/program.mjs";

const cluster = process.env.HEBRA_TEST_POSTGRES;
const psql = (url, sql) =>
  execFileSync("psql", ["--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--set=ON_ERROR_STOP=1", "--command", sql, url], { encoding: "utf8" });

/// Both engines, to be walked by every test.
export const engines = ["SQLite", "PostgreSQL"];

export class Installation {
  constructor(engine) {
    this.folder = mkdtempSync(join(tmpdir(), "hebra-program-"));
    this.data = join(this.folder, "data");
    if (engine === "PostgreSQL") {
      this.name = `program_${randomBytes(6).toString("hex")}`;
      psql(cluster, `CREATE DATABASE ${this.name}`);
      this.url = cluster.replace(/\/postgres(?=\?|$)/, `/${this.name}`);
    }
    this.program = new Program(process.env.HEBRA_TEST_PROGRAM, this.data, this.url);
  }

  /// Runs a command to its end, whatever its status.
  run(...words) {
    const { path, place } = this.program;
    return new Promise((resolve) =>
      execFile(path, [...words, ...place], { maxBuffer: 1 << 26, env: { ...process.env, LC_ALL: "C.UTF-8" } }, (error, said, complained) =>
        resolve({ status: error ? error.code : 0, said, complained }),
      ),
    );
  }

  /// The first column of the first row.
  ask(sql) {
    if (this.url) return psql(this.url, sql).split("\n")[0];
    const database = new DatabaseSync(join(this.data, "hebra.db"));
    try {
      return String(Object.values(database.prepare(sql).get())[0]);
    } finally {
      database.close();
    }
  }

  /// A file of this installation's folder.
  path(name) {
    return join(this.folder, name);
  }

  remove() {
    this.program.kill();
    if (this.name) psql(cluster, `DROP DATABASE ${this.name} WITH (FORCE)`);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
