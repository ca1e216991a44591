// The directory as plain tables of PostgreSQL, with the indexes anybody would give them: what `match` is compared with.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const weekdays = ["lun", "mar", "mie", "jue", "vie", "sab", "dom"];
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/// The cells of a table with quotes, row by row.
function cellsOf(text) {
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    const row = rows.at(-1);
    if (quoted && c === '"' && text[at + 1] === '"') row[row.length - 1] += text[++at];
    else if (c === '"') quoted = !quoted;
    else if (c === "," && !quoted) row.push("");
    else if (c === "\n" && !quoted) rows.push([""]);
    else if (c !== "\r" || quoted) row[row.length - 1] += c;
  }
  return rows.filter((row) => row.length > 1);
}

/// "Lun-Vie 10:00-22:00; Sáb 11:00-17:00" as [weekday, from, to] in minutes of the day; past midnight it is two.
function openingsOf(hours) {
  if (hours.startsWith("24/7")) return weekdays.map((_, day) => [day, 0, 1440]);
  const all = [];
  for (const [, first, last, fromHour, fromMinute, toHour, toMinute] of plain(hours).matchAll(/(\p{L}{3})(?:-(\p{L}{3}))? (\d\d):(\d\d)-(\d\d):(\d\d)/gu)) {
    const [begin, end] = [weekdays.indexOf(first), weekdays.indexOf(last ?? first)];
    if (begin < 0 || end < 0) continue;
    const [from, to] = [Number(fromHour) * 60 + Number(fromMinute), Number(toHour) * 60 + Number(toMinute)];
    for (let day = begin; ; day = (day + 1) % 7) {
      if (to > from) all.push([day, from, to]);
      else all.push([day, from, 1440], [(day + 1) % 7, 0, to]);
      if (day === end) break;
    }
  }
  return all;
}

const contacts = ["phone", "whatsapp", "sms", "chat", "email", "web", "video", "in_person", "by_referral"];
const cell = (value) => (value === null ? "\\N" : String(value).replace(/[\\\t\n\r]/g, " "));
const list = (values) => `{${values.join(",")}}`;

/// Fills the database from a file of `hebra export directory`.
export function fillServices(database, csv, folder) {
  const [head, ...rows] = cellsOf(csv.replace(/^\u{FEFF}/u, ""));
  const at = Object.fromEntries(head.map((name, index) => [name, index]));
  const services = [];
  const openings = [];
  for (const [index, row] of rows.entries()) {
    const of = (name) => row[at[name]] ?? "";
    const coverage = of("coverage");
    const times = openingsOf(of("hours"));
    for (const [day, from, to] of times) openings.push([index, day, from, to]);
    const topics = of("topics").split(";").map((topic) => topic.trim()).filter(Boolean);
    services.push([
      index, of("code"), of("name"), of("institution"), contacts.map(of).find((contact) => contact && contact !== "?") ?? "", of("kind") === "crisis",
      of("age_min") || 0, of("age_max") || 120, /^\d{5}$/.test(coverage) ? Number(coverage) : null, coverage.startsWith("each_"), times.length > 0,
      of("verified") === "official_stored_page" ? 15 : 10, list(topics), plain([of("name"), of("institution"), of("population"), topics.join(" ").replaceAll("_", " ")].join(" ")),
    ]);
  }
  database.run(`
    CREATE TABLE service (id int PRIMARY KEY, code text NOT NULL, name text NOT NULL, institution text NOT NULL, contact text NOT NULL,
      crisis boolean NOT NULL, age_min int NOT NULL, age_max int NOT NULL, comuna int, office boolean NOT NULL, hours_known boolean NOT NULL,
      standing int NOT NULL, topics text[] NOT NULL, said text NOT NULL, words tsvector GENERATED ALWAYS AS (to_tsvector('simple', said)) STORED);
    CREATE TABLE opening (service_id int NOT NULL, weekday int NOT NULL, opens int NOT NULL, closes int NOT NULL);`);
  const copy = (table, columns, lines) => {
    const path = join(folder, `${table}.tsv`);
    writeFileSync(path, lines.map((line) => `${line.map(cell).join("\t")}\n`).join(""));
    execFileSync("psql", ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--command", `\\copy ${table} (${columns}) from '${path}'`, database.url]);
  };
  copy("service", "id, code, name, institution, contact, crisis, age_min, age_max, comuna, office, hours_known, standing, topics, said", services);
  copy("opening", "service_id, weekday, opens, closes", openings);
  database.run(`
    CREATE INDEX ON service USING gin (topics); CREATE INDEX ON service USING gin (words); CREATE INDEX ON service (comuna);
    CREATE INDEX ON opening (service_id, weekday); ANALYZE;`);
  return services.length;
}

/// The questions put to the program, as parameters of match.sql.
export function writeQuestions(path, requests, topics) {
  const local = new Date(new Date().toLocaleString("en-US", { timeZone: "America/Santiago" }));
  const minute = local.getHours() * 60 + local.getMinutes();
  const lines = requests.map(({ path: address }) => {
    const query = new URL(address, "http://localhost").searchParams;
    const topic = topics.find(({ code }) => code === query.get("topic"));
    const children = topics.filter(({ parent }) => parent === topic.code).map(({ code }) => code);
    return [list([topic.code]), list(children), list(topic.parent ? [topic.parent] : []), query.get("age"), query.get("comuna"), (local.getDay() + 6) % 7, minute, query.get("q")];
  });
  writeFileSync(path, lines.map((line) => `${line.map(cell).join("\t")}\n`).join(""));
}
