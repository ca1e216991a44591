// Invented people in any number, and the requests that record, open and find them. Names are as unevenly shared as in Chile
// (the commonest surname about one in thirty), because a search costs what its commonest words cost.
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { Chance } from "../crash/chance.mjs";

const beginnings = ["Ma", "Ca", "Ro", "Hue", "Qui", "Pe", "Lla", "So", "Va", "Ñan", "Gu", "Tre", "Al", "Ben", "Fi", "Jo", "Mi", "Ne", "Ri", "Zu"];
const middles = ["ri", "tri", "len", "chu", "ra", "lla", "mi", "do", "pi", "ve", "lu", "na", "gue", "so", "ta"];
const endings = ["a", "o", "ez", "leo", "mán", "pán", "lla", "va", "nes", "ra", "co", "mar", "én", "hual", "ta", "il", "ín"];

/// So many different words, the first ones the commonest.
function words(count, chance) {
  const all = new Set();
  while (all.size < count)
    all.add(chance.pick(beginnings) + chance.pick(middles) + (chance.percent(40) ? chance.pick(middles) : "") + chance.pick(endings));
  return [...all];
}

/// Picks by rank: the kth with a weight of 1 / (k + flat).
class Ranked {
  constructor(items, flat) {
    this.items = items;
    this.sums = [];
    let sum = 0;
    for (let rank = 1; rank <= items.length; rank++) this.sums.push((sum += 1 / (rank + flat)));
  }
  pick(chance) {
    const at = (chance.next() / 2 ** 32) * this.sums.at(-1);
    let low = 0;
    for (let high = this.sums.length - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if (this.sums[middle] < at) low = middle + 1;
      else high = middle;
    }
    return this.items[low];
  }
}

/// Modulo 11, in the range believed unissued (synthetic-data.md).
function run(number) {
  let sum = 0;
  for (let rest = number, factor = 2; rest > 0; rest = Math.floor(rest / 10), factor = factor === 7 ? 2 : factor + 1) sum += (rest % 10) * factor;
  const check = 11 - (sum % 11);
  return `${number}-${check === 11 ? "0" : check === 10 ? "K" : check}`;
}

export class People {
  constructor(seed) {
    this.chance = new Chance(seed);
    this.given = new Ranked(words(2_000, this.chance), 5);
    this.surnames = new Ranked(words(5_000, this.chance), 3);
    this.made = [];
  }

  next() {
    const { chance } = this;
    const number = this.made.length;
    const person = {
      identity: "identified",
      given_names: `${this.given.pick(chance)} ${this.given.pick(chance)}`,
      first_surname: this.surnames.pick(chance),
      second_surname: this.surnames.pick(chance),
      birth_date: `${1990 + chance.below(25)}-${String(1 + chance.below(12)).padStart(2, "0")}-${String(1 + chance.below(28)).padStart(2, "0")}`,
      run: run(40_000_000 + number),
      phone: `+5690000${String(number % 1000).padStart(4, "0")}`,
      comuna: "13104",
    };
    this.made.push(person);
    return person;
  }

  /// What people at work type: mostly a name and a surname, often a RUN, sometimes with a letter wrong.
  query() {
    const { chance } = this;
    const person = chance.pick(this.made);
    const kind = chance.below(100);
    if (kind < 25) return { run: person.run };
    const [given] = person.given_names.split(" ");
    if (kind < 40) return { text: `${person.first_surname} ${person.second_surname}` };
    if (kind < 90) return { text: `${given} ${person.first_surname}` };
    return { text: `${given.slice(0, 2)}${given.slice(3)} ${person.first_surname}` };
  }
}

function requestText({ method, path, token, body, key }) {
  const content = body === undefined ? "" : JSON.stringify(body);
  const lines = [`${method} ${path} HTTP/1.1`, "Host: 127.0.0.1", "Accept: application/json"];
  if (token) lines.push(`Authorization: Bearer ${token}`);
  if (key) lines.push(`Idempotency-Key: ${key}`);
  if (content) lines.push("Content-Type: application/json", `Content-Length: ${Buffer.byteLength(content)}`);
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${content}`);
}

/// A file for the load tool.
export function writeRequests(path, requests) {
  const parts = [];
  for (const request of requests) {
    const text = requestText(request);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(text.length);
    parts.push(size, text);
  }
  writeFileSync(path, Buffer.concat(parts));
}

export const opening = (ids, token) => ids.map((id) => ({ method: "GET", path: `/api/v1/people/${id}`, token }));
export const finding = (people, token, count) =>
  Array.from({ length: count }, () => ({ method: "POST", path: "/api/v1/people/search", token, key: randomUUID(), body: people.query() }));
