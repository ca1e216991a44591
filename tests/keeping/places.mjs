// Places where the program keeps its data, on either database, for tests that take them away and bring them back.
import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "../../tools/smoke/client.mjs";
import { Postgres, Sqlite } from "../crash/database.mjs";
import { Server } from "../crash/server.mjs";

function program() {
  const { HEBRA_TEST_PROGRAM, HEBRA_BINARY } = process.env;
  const found = [HEBRA_TEST_PROGRAM, HEBRA_BINARY, "build/release/hebra", "build/dev/hebra"].filter(Boolean).find((path) => existsSync(path));
  assert.ok(found, "there is no hebra: ./check release, or HEBRA_TEST_PROGRAM=…");
  return found;
}

/// One installation: its folder, its database, its program.
export class Place {
  constructor(data, database, url) {
    mkdirSync(data, { mode: 0o700 });
    const logs = `${data}.logs`;
    mkdirSync(logs);
    Object.assign(this, { data, logs, database });
    this.server = new Server(program(), data, logs, url);
  }

  /// What a command says, whether it went well or not.
  async try(...words) {
    try {
      return { status: 0, said: await this.server.run(...words) };
    } catch (error) {
      return { status: 1, said: error.message };
    }
  }
  run(...words) {
    return this.server.run(...words);
  }
  async refuses(pattern, ...words) {
    const { status, said } = await this.try(...words);
    assert.equal(status, 1, `${words.join(" ")} was not refused: ${said}`);
    assert.match(said, pattern);
  }
  async verify() {
    const { status, said } = await this.server.verify();
    assert.equal(status, 0, said);
  }
  signIn(user) {
    return Client.signIn(this.server.address, user);
  }
  take(name, from) {
    copyFileSync(join(from.data, name), join(this.data, name));
    return this;
  }
}

export const engines = [
  ["SQLite", async () => ({ place: (data) => new Place(data, new Sqlite(data)), files: () => [], stop() {} })],
  [
    "PostgreSQL",
    async () => {
      const cluster = await Postgres.start("hebra_first");
      let made = 0;
      return {
        place(data) {
          const database = cluster.another(`hebra_${(made += 1)}`);
          return new Place(data, database, database.url);
        },
        files: () => cluster.files(),
        stop: () => cluster.stop(),
      };
    },
  ],
];

/// A folder for the test, and places in it over one engine; all of it goes when the test ends.
export async function setting(context, start) {
  const folder = mkdtempSync(join(tmpdir(), "hebra-keeping-"));
  const engine = await start();
  const places = [];
  const leave = () => {
    for (const place of places) place.server.kill();
    engine.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  context.after(leave);
  process.once("exit", leave);
  return {
    folder,
    engine,
    place(name) {
      const place = engine.place(join(folder, name));
      places.push(place);
      return place;
    },
  };
}
