// A served database full of work, and what is measured on it.
import { copyFileSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Client } from "../../tools/smoke/client.mjs";
import { Program } from "../../tools/smoke/program.mjs";
import { Postgres } from "../crash/database.mjs";
import { memoryOf } from "./measure.mjs";
import { People, finding, opening, writeRequests } from "./people.mjs";
import { fillServices, writeQuestions } from "./services.mjs";
import { asking, drafting, findingContacts, manyServices, openingContacts, sending, writingUp } from "./work.mjs";

export const program = "build/release/hebra";
const connections = 16;  // the setting's default
const clientCounts = [1, 8, 32];

/// A served database with so many people in it, and what is asked of it.
export class Site {
  constructor(database, folder, tools, seconds) {
    this.tools = tools;
    this.seconds = seconds;
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
    const agent = await Client.signIn(this.server.address, "agente@linea.demo");
    this.token = agent.token;
    this.agent = (await agent.get("/api/v1/me")).user_id;
  }

  /// Writes up the contacts, each with a person of its own, that everything else is measured among.
  async fill(count) {
    const piece = 20_000;
    for (let left = count; left > 0; left -= piece) {
      const most = Math.min(piece, left);
      await this.tools.load(this.target, { clients: 32, seconds: 3600, file: this.file("fill", writingUp(this.people, this.token, most)), most });
      console.log(`${this.database.name}: ${count - left + most} contacts written up`);
    }
    this.learn();
  }

  /// PostgreSQL's autovacuum is off, so that it disturbs nothing: what that would have learnt of the tables, its planner must be told.
  learn() {
    if (this.database.home) this.database.run("ANALYZE");
  }

  async measure(name, load, ceiling) {
    const measured = await this.tools.load(this.target, { seconds: this.seconds, ...load });
    const most = ceiling ? await ceiling(measured.clients) : undefined;
    const row = { name, database: this.database.name, ...measured, ceiling: most };
    this.rows.push(row);
    console.log(`${this.database.name}: ${name}, ${row.clients} clients: ${row.cpu.toFixed(0)} µs, ${row.rate.toFixed(0)}/s`);
    return measured;
  }

  /// The bare machine writes the rows of one new person, which are most of those of a contact with one.
  async writing(copy) {
    const most = (clients) => this.tools.ceiling(this.database, copy, clients, connections, this.seconds);
    const file = this.file("record", writingUp(this.people, this.token, 15_000 * this.seconds));
    let first = 0;
    for (const clients of clientCounts) ({ next: first } = await this.measure("P1 write up a contact with a new person", { clients, file, first }, most));
    await this.measure("P5 durable commits: the same", { clients: 64, file, first }, most);
  }

  async reading() {
    const health = this.file("health", [{ method: "GET", path: "/healthz" }]);
    const empty = {};
    for (const clients of clientCounts) ({ rate: empty[clients] } = await this.measure("an empty reply (/healthz)", { clients, file: health }));
    const of = (clients) => Promise.resolve(empty[clients]);
    const lines = async (name, requests, counts = clientCounts) => {
      const file = this.file("read", requests);
      for (const clients of counts) await this.measure(name, { clients, file }, of);
    };
    const newest = (table) => this.database.rows(`SELECT id FROM ${table} ORDER BY id DESC LIMIT 30000`).map(([id]) => id);
    const contacts = newest("contact");
    const known = openingContacts(contacts.slice(0, 500), this.token);
    await this.tools.load(this.target, { clients: 8, seconds: 60, file: this.file("again", known), most: known.length });  // the looks that are recorded
    await lines("P2 open a contact, again within a minute", known);
    await lines("P2 open a contact, a look that is recorded", openingContacts(contacts.slice(500), this.token), [32]);
    const codes = this.database.rows("SELECT code FROM thread ORDER BY id DESC LIMIT 5000").map(([code]) => code);
    await lines("P3 find contacts", findingContacts(codes, this.agent, this.token, this.people.chance, 20_000));
    await lines("P3 find people", finding(this.people, this.token, 20_000));
    await lines("P2 open a person, a look that is recorded", opening(newest("person"), this.token), [32]);
    await lines("P7 match, the real directory", asking(this.people.chance, 5_000));
  }

  /// Every referral is of another person, so that none is redundant; there is room for all.
  async referring(copy) {
    const most = (clients) => this.tools.ceiling(this.database, copy, clients, connections, this.seconds);
    const [[service]] = this.database.rows("SELECT id FROM service WHERE code = 'D01'");
    const people = this.database.rows("SELECT person.id FROM person JOIN contact ON contact.person_id = person.id ORDER BY person.id DESC LIMIT 60000").map(([id]) => id);
    this.database.run("UPDATE service_places SET quota = 1000000");
    const drafts = this.file("drafts", drafting(people, service, this.token));
    const drafted = () => this.database.rows("SELECT id, version FROM referral WHERE status = 'draft' ORDER BY id DESC");
    // No installation plans its statements on tables that nothing was ever written into: some are sent before it is measured.
    let { next: first } = await this.tools.load(this.target, { clients: 8, seconds: 60, file: drafts, most: 500 });
    await this.tools.load(this.target, { clients: 8, seconds: 60, file: this.file("first", sending(drafted().slice(0, 400), this.token)), most: 400 });
    this.learn();
    for (const clients of clientCounts) ({ next: first } = await this.measure("P4 draft a referral", { clients, file: drafts, first }, most));
    const written = drafted();
    const moves = this.file("moves", sending(written, this.token));
    let sent = 0;
    for (const clients of clientCounts) {
      const left = Math.floor((written.length - sent) / (clients === clientCounts.at(-1) ? 1 : 3));
      ({ next: sent } = await this.measure("P4 send it: package frozen, clocks opened", { clients, file: moves, first: sent, most: left }, most));
    }
  }

  /// The same questions to a directory of a hundred thousand.
  async matchingMany(count) {
    const real = join(this.folder, "directory.csv");
    const many = join(this.folder, "many.csv");
    await this.server.run("export", "directory", real);
    const piece = 5_000;  // a file has a limit
    for (let first = 0; first < count; first += piece) {
      manyServices(real, many, ["13101", "13104", "05101", "08101", "12101", "15101"], first, piece);
      await this.server.run("import", "directory", many);
    }
    await this.server.stop();
    await this.server.serve();
    const questions = asking(this.people.chance, 5_000);
    const file = this.file("ask", questions);
    const reference = await this.reference(real, questions);
    for (const clients of clientCounts) await this.measure(`P7 match, ${count} services`, { clients, file }, reference.rate);
    reference.leave();
  }

  /// The same services and questions in PostgreSQL, filtered by one statement over plain tables: what `match` is compared with.
  async reference(exported, questions) {
    const database = await Postgres.start("hebra_match");
    const leave = () => database.stop();
    process.on("exit", leave);
    await this.server.run("export", "directory", exported);
    const rows = fillServices(database, readFileSync(exported, "utf8"), this.folder);
    const asked = join(this.folder, "questions.tsv");
    writeQuestions(asked, questions, (await (await fetch(`${this.server.address}/api/v1/topics`)).json()).items);
    console.log(`PostgreSQL: ${rows} services to filter by one statement`);
    const rate = async (clients) => {
      const seen = await this.tools.run("match_postgres", database.url, this.seconds, Math.min(clients, connections), "tests/bench/match.sql", asked);
      return seen.requests / seen.seconds;
    };
    return { rate, leave };
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

