// Kills the program, and PostgreSQL under it, in the middle of writes, and proves that nothing answered was lost, nothing was
// done twice or by half, each write has its audit entry, an altered entry is named, and no word about a person lies in the clear.
// The writes are those of an ordinary day: people, drafts and the network (writers.mjs, coordinator.mjs), contacts and their files
// (attending.mjs), referrals from draft to close with their clocks and hours (referring.mjs), the directory (editing.mjs).
//     node --test tests/crash/sqlite.test.mjs
import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Client } from "../../tools/smoke/client.mjs";
import { Attendant } from "./attending.mjs";
import { Chance } from "./chance.mjs";
import { Coordinator } from "./coordinator.mjs";
import { Sqlite } from "./database.mjs";
import { Editor } from "./editing.mjs";
import { findHalves, findWholes } from "./halves.mjs";
import { plantedRun, plantedWords, staff } from "./people.mjs";
import { search } from "./planted.mjs";
import { countEverything, countRows, readEverything, readViews, repeatActs, reuseKeys } from "./proof.mjs";
import { Referrer } from "./referring.mjs";
import { Server } from "./server.mjs";
import { Tampering } from "./tamper.mjs";
import { Gate, Ledger, Writer } from "./writers.mjs";

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const attending = [
  "agente@linea.demo", "supervisora@linea.demo", "recepcion@cesfam.demo", "coordinadora@oln.demo", "contacto@hospital.demo",
  "valida@hospital.demo", "familia@municipio.demo", "agente@otra.demo", staff.email,
];
const attendants = ["agente@linea.demo", staff.email, "agente@otra.demo"];
const writers = 16;

class Run {
  constructor({ server, database, data, chance, writes, kills }) {
    Object.assign(this, { server, database, data, chance, writes, kills });
    this.gate = new Gate();
    this.ledger = new Ledger(writes);
    this.clients = [];
    this.killed = 0;
    this.read = 0;
  }

  async signIn(user) {
    const client = await Client.signIn(this.server.address, user);
    this.clients.push(client);
    return client;
  }
  async serve() {
    await this.server.serve();
    for (const client of this.clients) client.address = this.server.address;
  }

  async make() {
    await this.server.run("demo");
    const password = join(this.data, "password");
    writeFileSync(password, "hebra-demo", { mode: 0o600 });
    const place = ["--institution", "Línea Demo Joven", "--role", "agent", "--password-file", password];
    await this.server.run("user", "add", staff.email, "--name", staff.name, ...place);
    rmSync(password);
    this.before = countRows(this.database);
    await this.serve();
  }

  async begin() {
    this.coordinator = await this.signIn("admin@red.demo");
    const intake = await this.signIn("recepcion@cesfam.demo");
    const { services: [{ id: service }] } = await intake.get("/api/v1/agenda");
    const all = [];
    for (let number = 0; number < writers; number++) {
      const parts = { chance: new Chance(this.chance.next()), gate: this.gate, ledger: this.ledger, number };
      if (number < 2) all.push(new Coordinator({ ...parts, client: this.coordinator }));
      else if (number === 2) all.push(new Editor({ ...parts, client: await this.signIn("supervisora@linea.demo") }));
      else if (number < 6) all.push(new Attendant({ ...parts, client: await this.signIn(attendants[number % attendants.length]) }));
      else if (number < 11) all.push(new Referrer({ ...parts, client: await this.signIn("agente@linea.demo"), intake, service }));
      else all.push(new Writer({ ...parts, client: await this.signIn(attending[number % attending.length]) }));
    }
    this.writing = Promise.all(all.map((writer) => writer.work()));
    this.writing.catch(() => {});  // asked for at the end; until then the kills go on
    this.writers = all;
  }

  /// After a failure nothing is left that keeps this process alive: no writer that waits for an answer, no server.
  end() {
    this.ledger.end();
    this.gate.reopen?.();
    this.server.kill();
    this.database.stop();
  }

  /// Waits until so many writes are answered and a moment more, strikes, and reads everything back before anyone writes again.
  async strike(count, blow) {
    await Promise.race([this.ledger.reached(count), this.writing]);
    await wait(this.chance.below(25));
    const gone = blow();
    this.gate.close();
    await gone;
    await this.gate.quiet();
    this.killed += 1;
  }

  async throughKills() {
    await this.begin();
    const share = Math.floor(this.writes / (this.kills + 1));
    for (let kill = 1; kill <= this.kills; kill++) {
      await this.strike(share * kill - this.chance.below(share / 2), () => this.server.crash());
      const { status, said } = await this.server.verify();
      assert.equal(status, 0, `after kill ${kill}: ${said}`);
      findHalves(this.database);
      await this.serve();
      this.read += await readEverything(this.ledger, this.coordinator);
      this.gate.reopen();
    }
    if (this.database.restart) await this.throughDatabaseCrash();
    await this.writing;
    const { answered, repeated } = this.ledger;
    return `${answered} answered, ${this.killed} kills, ${repeated} sent again without an answer, ${this.read} read back between`;
  }

  /// The program lives on while its database dies under it.
  async throughDatabaseCrash() {
    const share = Math.floor(this.writes / (this.kills + 1));
    await this.strike(this.ledger.answered + Math.floor(share / 3), () => this.database.crash());
    await this.database.restart();
    for (const began = Date.now(); ; await wait(20)) {
      const answer = await fetch(`${this.server.address}/readyz`).catch(() => null);
      if (answer?.ok) break;
      assert.ok(Date.now() - began < 15_000, "the program does not come back after its database did");
    }
    findHalves(this.database);
    this.read += await readEverything(this.ledger, this.coordinator);
    this.gate.reopen();
  }

  async isAllThere() {
    const read = await readEverything(this.ledger, this.coordinator);
    const entries = await readViews(this.ledger);
    const counted = countEverything(this.ledger, this.database, this.before);
    const looked = findHalves(this.database);
    const judged = findWholes(this.database);
    const kinds = {};
    for (const { kind } of this.ledger.things.values()) kinds[kind] = (kinds[kind] ?? 0) + 1;
    const moves = [...this.ledger.things.values()].flatMap((thing) => thing.moves ?? []);
    const written = Object.entries(kinds).map(([kind, count]) => `${count} ${kind}`).join(", ");
    return `${read} records as last answered, ${counted} entries, ${entries} of them in the people's own lists; ` +
      `${written}, ${moves.length} moves; none of ${looked} kinds of half stands, and ${judged} had something to judge`;
  }

  async again() {
    const { acts, things } = this.ledger;
    const gone = new Set([...things.values()].filter((thing) => thing.said === null).map((thing) => thing.id));
    const asked = acts.filter((act) => act.method !== "DELETE" && !gone.has(act.path) && !gone.has(act.id));
    const chosen = asked.filter(() => this.chance.percent(50));
    const before = countRows(this.database);
    await repeatActs(chosen);
    const reused = chosen.filter((act) => act.path === "/api/v1/people").slice(0, 20);
    await reuseKeys(reused);
    assert.deepEqual(countRows(this.database), before);
    const everybody = this.writers.flatMap((writer) => writer.mine).filter((thing) => thing.said.run).slice(0, 20);
    for (const person of everybody) {
      const { items } = await person.client.post("/api/v1/people/search", { run: person.said.run });
      assert.deepEqual(items.map(({ id }) => id), [person.id], "found by RUN");
    }
    return `${chosen.length} sent again, ${reused.length} keys reused with other content`;
  }

  async endInOrder() {
    assert.equal(await this.server.stop(), 0, this.server.said);
    return new Tampering(this.server).whole();
  }

  /// Some more writes about people and a last kill, so that some of their entries are not sealed yet.
  async leaveSomeWaiting() {
    await this.serve();
    this.ledger.left = 48;
    await Promise.all(this.writers.filter((writer) => writer.constructor === Writer).map((writer) => writer.work()));
    await this.server.crash();
    const [[waiting]] = this.database.rows("SELECT count(*) FROM audit_pending p JOIN person r ON r.audit_id = p.entry_id");
    return Number(waiting);
  }

  findPlanted() {
    const words = [...plantedWords, ...Array.from({ length: this.ledger.people }, (_, index) => plantedRun(index + 1)).flat()];
    const files = [...new Set([...this.database.files(), ...new Sqlite(this.data).files()])];
    const said = join(this.data, "said");
    writeFileSync(said, this.server.said);
    const { found, bytes } = search([...files, said], words);
    assert.deepEqual(found, []);
    const control = search(files, ["Institución Sembrada"]);
    assert.ok(control.found.length > 0, "the search finds nothing, not even what lies in the clear on purpose");
    return `${words.length} words, ${files.length + 1} files, ${(bytes / 1e6).toFixed(0)} MB`;
  }

  async tamper() {
    let waiting = 0;
    for (let tries = 0; waiting === 0 && tries < 9; tries++) waiting = await this.leaveSomeWaiting();
    assert.ok(waiting > 0, "every entry was sealed before the kill");
    const tampering = new Tampering(this.server, this.database, join(this.data, "audit-checkpoints.txt"));
    await tampering.whole();
    return `${await tampering.all()} alterations, each named; ${waiting} entries were not sealed yet`;
  }
}

const steps = [
  ["the demo network is made, with one more on the staff", "make"],
  ["many write while the program is killed again and again, and its database", "throughKills"],
  ["everything answered is there, once, with its audit entries", "isAllThere"],
  ["writes sent again under their keys make nothing new", "again"],
  ["the server ends in order and the audit verifies", "endInOrder"],
  ["no planted word lies in the clear in database, logs or output", "findPlanted"],
  ["one byte changed in an audit row is named", "tamper"],
];

function program() {
  const { HEBRA_TEST_PROGRAM, HEBRA_BINARY } = process.env;
  const places = [HEBRA_TEST_PROGRAM, HEBRA_BINARY, "build/release/hebra", "build/dev/hebra"];
  const found = places.filter(Boolean).find((path) => existsSync(path));
  assert.ok(found, "there is no hebra to kill: ./check release, or HEBRA_TEST_PROGRAM=…");
  return found;
}

/// Registers the tests over one database, each going on from where the one before left off.
/// HEBRA_TEST_CRASH_WRITES, HEBRA_TEST_CRASH_KILLS and HEBRA_TEST_CRASH_SEED make them longer, or others.
export function crashTests(open) {
  const { HEBRA_TEST_CRASH_WRITES = "1000", HEBRA_TEST_CRASH_KILLS = "4", HEBRA_TEST_CRASH_SEED = "20261121" } = process.env;
  const folder = mkdtempSync(join(tmpdir(), "hebra-crash-"));
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  let run;
  before(async () => {
    const database = await open(data);
    const server = new Server(program(), data, data, database.url);
    const chance = new Chance(Number(HEBRA_TEST_CRASH_SEED));
    run = new Run({ server, database, data, chance, writes: Number(HEBRA_TEST_CRASH_WRITES), kills: Number(HEBRA_TEST_CRASH_KILLS) });
  });
  const leave = () => {
    run?.server.kill();
    run?.database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  after(leave);
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));
  process.on("exit", leave);

  let broken;
  for (const [name, work] of steps) {
    test(name, async (context) => {
      assert.equal(broken, undefined, "what this goes on from failed");
      broken = name;
      try {
        const seen = await run[work]();
        broken = undefined;
        if (seen) context.diagnostic(seen);
      } finally {
        if (broken) run.end();
      }
    });
  }
}
