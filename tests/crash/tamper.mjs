// Alters one byte of one audit row at a time, or takes a row away, and sees that `hebra audit verify` names it.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

const quoted = (text) => (text === null ? "NULL" : `'${text.replaceAll("'", "''")}'`);

/// The same text with one character changed: to another of its kind, to one that no id has, or to the other case.
function oneByte(text, turn) {
  const place = text.search(turn === 2 ? /[a-z]/ : /[0-9a-z][^-]*$/);
  const was = text[place];
  const is = turn === 0 ? (was === "7" ? "8" : "7") : turn === 1 ? "x" : was.toUpperCase();
  return text.slice(0, place) + is + text.slice(place + 1);
}

const columns = ["id", "institution_id", "at", "user_id", "acting_for", "action", "subject_id", "person_id", "fields", "mac"];
const bytes = new Set(["mac", "hash", "signature"]);

export class Tampering {
  constructor(server, database, ledger) {
    Object.assign(this, { server, database, ledger });
    this.turn = 0;
    this.found = 0;
  }

  async whole() {
    const { status, said } = await this.server.verify();
    assert.equal(status, 0, said);
    return said.trim().split("\n").at(-1);
  }

  /// Does it, expects status 1 and `name` in what is said, and undoes it.
  async expectNamed(what, name, change, undo) {
    change();
    const { status, said } = await this.server.verify();
    undo();
    assert.equal(status, 1, `${what}: ${said}`);
    assert.ok(said.includes(name), `${what} does not name ${name}: ${said}`);
    this.found += 1;
  }

  literal(column, value) {
    if (value === null || column === "at" || column === "seq") return value ?? "NULL";
    return bytes.has(column) ? this.database.bytes(value) : quoted(value);
  }

  other(column, value) {
    if (column === "at") return String(Number(value) + 1);
    if (column === "seq") return String(Number(value) + 1_000_000);
    if (bytes.has(column)) return (value.startsWith("00") ? "01" : "00") + value.slice(2);
    return value ? oneByte(value, this.turn++ % 3) : "x";
  }

  /// Changes one byte of one column of the row that `key` finds.
  async alter(table, column, key, name) {
    const [[value]] = this.database.rows(`SELECT ${column} FROM ${table} WHERE ${key}`);
    const next = this.other(column, value);
    const set = (to, where) => this.database.run(`UPDATE ${table} SET ${column} = ${this.literal(column, to)} WHERE ${where}`);
    // Once altered, the row may have to be found by what it was altered to.
    const [as, now] = [value, next].map((one) => `${column} = ${this.literal(column, one)}`);
    await this.expectNamed(`${table}.${column}`, name, () => set(next, key), () => set(value, key.replace(as, now)));
  }

  async remove(entry) {
    const [row] = this.database.rows(`SELECT ${columns.join(", ")} FROM audit_entry WHERE id = '${entry}'`);
    const pending = this.database.rows(`SELECT entry_id, institution_id FROM audit_pending WHERE entry_id = '${entry}'`);
    const values = row.map((value, index) => this.literal(columns[index], value)).join(", ");
    await this.expectNamed("a removed entry", entry, () => {
      this.database.run(`DELETE FROM audit_entry WHERE id = '${entry}'`);
      this.database.run(`DELETE FROM audit_pending WHERE entry_id = '${entry}'`);
    }, () => {
      this.database.run(`INSERT INTO audit_entry (${columns.join(", ")}) VALUES (${values})`);
      for (const [id, institution] of pending)
        this.database.run(`INSERT INTO audit_pending (entry_id, institution_id) VALUES ('${id}', '${institution}')`);
    });
  }

  async alterLedgerFile() {
    const was = readFileSync(this.ledger, "utf8");
    const line = was.trimEnd().split("\n").at(-1);
    const hash = line.split(" ")[2];
    const write = (text) => () => writeFileSync(this.ledger, text);
    await this.expectNamed("the ledger outside the database", line.split(" ")[1], write(was.replace(hash, oneByte(hash, 0))), write(was));
  }

  /// Its last line taken away, and a checkpoint that is not the last of its chain taken out of the database.
  async cutEither(busiest) {
    const was = readFileSync(this.ledger, "utf8");
    const lines = was.trimEnd().split("\n");
    const write = (text) => () => writeFileSync(this.ledger, text);
    await this.expectNamed("the ledger cut short", `libro externo: ${lines.at(-1).split(" ")[1]} `, write(`${lines.slice(0, -1).join("\n")}\n`), write(was));
    const first = `institution_id = '${busiest}' AND seq = (SELECT min(seq) FROM audit_checkpoint WHERE institution_id = '${busiest}')`;
    const [[seq, hash, at, signature]] = this.database.rows(`SELECT seq, hash, at, signature FROM audit_checkpoint WHERE ${first}`);
    const values = `'${busiest}', ${seq}, ${this.database.bytes(hash)}, ${at}, ${this.database.bytes(signature)}`;
    await this.expectNamed("a checkpoint removed", `libro externo: ${seq} `, () => this.database.run(`DELETE FROM audit_checkpoint WHERE ${first}`),
      () => this.database.run(`INSERT INTO audit_checkpoint (institution_id, seq, hash, at, signature) VALUES (${values})`));
  }

  /// Entries along the chain of the institution that did most, one column after another; links, queue, checkpoints, ledger.
  async all() {
    const chains = "SELECT institution_id, count(*) FROM audit_chain GROUP BY institution_id ORDER BY 2 DESC";
    const [[busiest, links]] = this.database.rows(chains);
    const link = `SELECT entry_id FROM audit_chain WHERE institution_id = '${busiest}' AND seq =`;
    const entryAt = (seq) => this.database.rows(`${link} ${seq}`)[0][0];
    for (const [index, column] of columns.entries()) {
      const entry = entryAt(1 + Math.floor((index * (Number(links) - 1)) / (columns.length - 1)));
      await this.alter("audit_entry", column, `id = '${entry}'`, entry);
    }
    const last = entryAt(links);
    for (const column of ["hash", "entry_id", "institution_id", "seq"]) await this.alter("audit_chain", column, `entry_id = '${last}'`, last);

    const [[waiting]] = this.database.rows("SELECT p.entry_id FROM audit_pending p JOIN person r ON r.audit_id = p.entry_id");
    for (const column of ["mac", "fields", "id"]) await this.alter("audit_entry", column, `id = '${waiting}'`, waiting);
    for (const column of ["entry_id", "institution_id"]) await this.alter("audit_pending", column, `entry_id = '${waiting}'`, waiting);
    await this.remove(waiting);
    await this.remove(entryAt(Math.floor(links / 2)));

    const [[seq]] = this.database.rows(`SELECT max(seq) FROM audit_checkpoint WHERE institution_id = '${busiest}'`);
    for (const column of ["hash", "signature", "at"])
      await this.alter("audit_checkpoint", column, `institution_id = '${busiest}' AND seq = ${seq}`, `: ${seq} `);
    await this.alterLedgerFile();
    await this.cutEither(busiest);
    await this.whole();
    return this.found;
  }
}
