// What can be wrong with a body, by its described shape; and chance with a seed, to make more of it.
import { resolve, type Shape } from "./contract.ts";

export interface Wrong {
  name: string;
  body: unknown;
  /** Where the answer must point; undefined: somewhere. */
  pointer: string | undefined;
}

const types: Record<string, unknown[]> = {
  string: [7, {}, [], true],
  integer: ["siete", 1.5, {}, 1e30],
  boolean: ["sí", 0],
  array: [{}, "uno"],
  object: [[], "uno"],
};
const formats: Record<string, unknown[]> = {
  uuid: ["", "1", "01a20113-ddb9-7597-998f-e0608913a7dX"],
  date: ["2026-02-30", "2026-13-01", "30-02-2026", "", "2026-2-3"],
  "date-time": ["2026-02-30T10:00:00Z", "2026-11-19T25:00:00-03:00", "2026-11-19 10:00", "ayer"],
};
/** Types that say no by themselves: what is wrong with each. */
const named: Record<string, unknown[]> = {
  Age: [-7, 121, 1e9],
  Run: ["11.111.111-2", "12345678-9", "abc", ""],
  BirthDate: ["2026-02-30", "1800-01-01", "ayer"],
  Phone: ["123", "+569", "cuatro"],
  Email: ["sin arroba", "a@", ""],
  Name: ["", "  ", "una\ndos", "a".repeat(5_000)],
  OwnWords: ["", "\t", "a".repeat(5_000)],
  Comuna: ["99999", "1", "Santiago"],
};

/** Values that the shape refuses. */
export function unacceptable(given: Shape): unknown[] {
  const name = given.$ref?.split("/").at(-1);
  if (name && named[name]) return named[name];
  const shape = resolve(given);
  if (shape.anyOf) return unacceptable(shape.anyOf.find((one) => resolve(one).type !== "null") ?? {}).filter((value) => value !== null);
  if (shape.enum) return ["no_existe", "", 7];
  return [...(types[shape.type ?? ""] ?? []), ...(formats[shape.format ?? ""] ?? [])];
}

const escape = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");

/** The body with one thing wrong, for each field that it has or could have, some levels down. */
export function* wrongBodies(body: unknown, given: Shape, at = "", put: (value: unknown) => unknown = (value) => value): Generator<Wrong> {
  const shape = resolve(given);
  if (shape.anyOf) return yield* wrongBodies(body, shape.anyOf.find((one) => resolve(one).type !== "null") ?? {}, at, put);
  for (const value of at === "" ? [] : unacceptable(given)) yield { name: `${at} = ${JSON.stringify(value)}`, body: put(value), pointer: at };
  if (shape.type === "array" && shape.items && Array.isArray(body) && body.length > 0) {
    yield* wrongBodies(body[0], shape.items, `${at}/0`, (value) => put([value, ...body.slice(1)]));
  }
  if (shape.type !== "object" || typeof body !== "object" || body === null) return;
  const fields = body as Record<string, unknown>;
  for (const name of shape.required ?? []) {
    const { [name]: _, ...rest } = fields;
    if (name in fields && resolve(shape.properties?.[name] ?? {}).type) yield { name: `without ${at}/${name}`, body: put(rest), pointer: `${at}/${escape(name)}` };
  }
  for (const [name, inner] of Object.entries(shape.properties ?? {})) {
    yield* wrongBodies(fields[name], inner, `${at}/${escape(name)}`, (value) => put({ ...fields, [name]: value }));
  }
}

/** Mulberry32: the same numbers from the same seed. */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const strange = [
  "", " ", "\u0000", "á", "\ud83c\udf3b", "\u202e\u200b", "' OR 1=1 --", "%", "\\", "<script>", "{{7*7}}", "../../etc/passwd", "x".repeat(20_000), "null", "-1", "9".repeat(40),
  "2026-02-29", "0000-00-00", "9999-12-31T23:59:59.999999Z", "00000000-0000-0000-0000-000000000000", "ñ\u0301", "\n\r\t", "+56900000000", "11.111.111-1",
];
const numbers = [0, -1, -7, 2 ** 31, -(2 ** 31), 2 ** 53, 1e308, 0.1, 120, 1];

/** Something that may or may not fit the shape. */
export function anything(given: Shape, roll: (below: number) => number, depth = 0): unknown {
  const shape = resolve(given);
  if (roll(12) === 0) return [null, true, [], {}, [[[[]]]], strange[roll(strange.length)], numbers[roll(numbers.length)]][roll(7)];
  if (shape.anyOf) return anything(shape.anyOf[roll(shape.anyOf.length)] ?? {}, roll, depth);
  if (shape.enum) return shape.enum[roll(shape.enum.length)];
  if (shape.type === "integer") return roll(3) === 0 ? numbers[roll(numbers.length)] : roll(140);
  if (shape.type === "boolean") return roll(2) === 0;
  if (shape.type === "string") return roll(2) === 0 ? strange[roll(strange.length)] : (unacceptable(given)[roll(4)] ?? "texto");
  if (shape.type === "array") return Array.from({ length: roll(depth > 3 ? 1 : 4) }, () => anything(shape.items ?? {}, roll, depth + 1));
  if (shape.type !== "object" || depth > 6) return { [strange[roll(strange.length)] ?? ""]: roll(9) };
  const wanted = Object.entries(shape.properties ?? {}).filter(([name]) => roll(shape.required?.includes(name) ? 15 : 2) > 0);
  return Object.fromEntries(wanted.map(([name, inner]) => [name, anything(inner, roll, depth + 1)]));
}

export const anyText = (roll: (below: number) => number): string => strange[roll(strange.length)] ?? "";
