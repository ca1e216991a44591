// Holds the house up: includes go down only, features meet through their ids and api along written arrows, rooms do not
// lean on each other in a circle, and each library has one door.
import { fileURLToPath } from "node:url";
import { conclude, lineOf, readTree } from "./tree.mjs";

const floors = ["base", "platform", "access", "core", "features", "interop", "app"];

/// Which rooms may include a library's headers, by the start of the include. What is not here has no door.
export const doors = [
  ["boost/beast", ["platform/http"]],
  ["boost/asio", ["platform/http"]],
  ["boost/url", ["platform/http"]],
  ["openssl/", ["platform/http", "platform/crypto"]],
  ["prometheus/", ["platform/http"]],
  ["boost/json", ["platform/json"]],
  ["sqlite3.h", ["platform/db"]],
  ["libpq-fe.h", ["platform/db"]],
  ["libpq/", ["platform/db"]],
  ["sodium", ["platform/crypto"]],
  ["curl/", ["platform/mail", "platform/http"]],
  ["pango/", ["platform/pdf"]],
  ["cairo", ["platform/pdf"]],
  ["xlsxwriter", ["platform/xlsx"]],
  ["spdlog/", ["platform/log"]],
  ["toml++/", ["platform/config"]],
  ["unicode/ucnv", ["platform/csv"]],
  ["unicode/ustring", ["platform/csv"]],
  ["unicode/ucol", ["platform/collation"]],
  ["date/", ["platform/calendar"]],
];

/// Header-only vocabulary that any room may speak, and the tests' own libraries.
const everywhere = ["boost/describe", "boost/mp11", "boost/preprocessor", "fmt/", "tl/expected.hpp"];
const inTests = ["gtest/", "gmock/", "rapidcheck", "benchmark/"];

const includePattern = /^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]/gm;

export function includesOf(text) {
  return [...text.matchAll(includePattern)].map((found) => ({
    path: found[2],
    quoted: found[1] === '"',
    line: lineOf(text, found.index),
  }));
}

/// "platform/db" for src/platform/db/database.hpp; "base" and "app" are one room each.
export function roomOf(path) {
  const [floor, room, ...rest] = path.split("/");
  if (!floors.includes(floor)) return null;
  return floor === "base" || floor === "app" || rest.length === 0 ? floor : `${floor}/${room}`;
}
const floorOf = (room) => floors.indexOf(room.split("/")[0]);

const isStandard = (path) => /^[a-z_0-9]+$/.test(path) || /^(sys|netinet|arpa|sanitizer|linux)\//.test(path) ||
  /^(cxxabi|unistd|fcntl|signal|poll|pthread|pwd|errno|time|stdlib|string|stdio|malloc|dlfcn|getopt|termios|netdb|sched|spawn)\.h$/.test(path);

/// "mesas -> referrals" lines; '#' begins a comment.
export function readArrows(text) {
  const arrows = [];
  for (const line of text.split("\n")) {
    const words = line.replace(/#.*/, "").trim();
    if (words === "") continue;
    const found = words.match(/^(\w+)\s*->\s*(\w+)$/);
    if (!found) throw new Error(`not an arrow: ${line}`);
    arrows.push([found[1], found[2]]);
  }
  return arrows;
}

/// A circle in {node: Set(nodes)}, as a list of nodes, or null.
export function findCircle(graph) {
  const state = new Map();
  const trail = [];
  const visit = (node) => {
    if (state.get(node) === "done") return null;
    if (state.get(node) === "open") return [...trail.slice(trail.indexOf(node)), node];
    state.set(node, "open");
    trail.push(node);
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next);
      if (circle) return circle;
    }
    trail.pop();
    state.set(node, "done");
    return null;
  };
  for (const node of graph.keys()) {
    const circle = visit(node);
    if (circle) return circle;
  }
  return null;
}

/// A header that only tests include, themselves or through such headers, may speak their libraries.
function testHeaders(tree) {
  const includers = new Map();
  for (const [path, text] of Object.entries(tree))
    for (const include of includesOf(text).filter((one) => one.quoted)) {
      const header = `src/${include.path}`;
      includers.set(header, [...(includers.get(header) ?? []), path]);
    }
  const found = new Set();
  for (let before = -1; found.size !== before; ) {
    before = found.size;
    for (const [header, by] of includers)
      if (by.every((path) => path.endsWith("_test.cpp") || found.has(path))) found.add(header);
  }
  return found;
}

function checkDoor(room, isTest, include) {
  if (everywhere.some((start) => include.path.startsWith(start)) || isStandard(include.path)) return null;
  if (isTest && inTests.some((start) => include.path.startsWith(start))) return null;
  const door = doors.find(([start]) => include.path.startsWith(start));
  if (!door) return `<${include.path}> has no door yet: give it one room in tools/house/floors.mjs`;
  if (!door[1].includes(room)) return `<${include.path}> belongs to ${door[1].join(" and ")}`;
  return null;
}

/// tree: {"src/…": text}. Returns {rule: [finding]}.
export function checkFloors(tree) {
  const down = [];
  const apart = [];
  const byDoor = [];
  const known = new Set(Object.keys(tree));
  const arrows = readArrows(tree["src/features/arrows.txt"] ?? "");
  const leans = new Map();
  const ofTests = testHeaders(tree);
  for (const [path, text] of Object.entries(tree)) {
    if (!/\.(hpp|cpp)$/.test(path)) continue;
    const room = roomOf(path.slice("src/".length));
    if (!room) continue;
    const isTest = path.endsWith("_test.cpp") || ofTests.has(path);
    for (const include of includesOf(text)) {
      const at = `${path}:${include.line}`;
      if (!include.quoted) {
        const finding = checkDoor(room, isTest, include);
        if (finding) byDoor.push(`${at}: ${finding}`);
        continue;
      }
      const other = roomOf(include.path);
      if (!other) {
        if (!isTest) down.push(`${at}: "${include.path}" does not begin with a floor`);
        continue;
      }
      if (!known.has(`src/${include.path}`)) down.push(`${at}: "${include.path}" is not there`);
      if (other === room) continue;
      if (floorOf(other) > floorOf(room)) {
        down.push(`${at}: ${room} stands below ${other}`);
        continue;
      }
      if (!leans.has(room)) leans.set(room, new Set());
      leans.get(room).add(other);
      if (floorOf(room) !== floors.indexOf("features") || floorOf(other) !== floorOf(room)) continue;
      const [from, to] = [room.split("/")[1], other.split("/")[1]];
      if (!/\/(ids|api)\.hpp$/.test(include.path)) apart.push(`${at}: a feature sees ${to} only through its ids.hpp and api.hpp`);
      if (!arrows.some(([a, b]) => a === from && b === to)) apart.push(`${at}: no arrow "${from} -> ${to}" in src/features/arrows.txt`);
    }
  }
  const arrowGraph = new Map();
  for (const [from, to] of arrows) arrowGraph.set(from, (arrowGraph.get(from) ?? new Set()).add(to));
  const arrowCircle = findCircle(arrowGraph);
  if (arrowCircle) apart.push(`src/features/arrows.txt goes in a circle: ${arrowCircle.join(" -> ")}`);
  const circle = findCircle(leans);
  return {
    "includes go down only": down,
    "features meet through ids.hpp and api.hpp, along the arrows": apart,
    "rooms do not lean on each other in a circle": circle ? [circle.join(" -> ")] : [],
    "each library has one door": byDoor,
  };
}

/// The example that tools/new_feature copies obeys the same rules, as if it stood in src/.
function house() {
  const example = "tests/example_room/";
  const tree = readTree((path) => path.startsWith("src/") || path.startsWith(`${example}features/`));
  return Object.fromEntries(Object.entries(tree).map(([path, text]) => [path.replace(example, "src/"), text]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) conclude(checkFloors(house()));
