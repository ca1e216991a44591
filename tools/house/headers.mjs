// Every header compiles alone, so that the order of includes never matters. What compiled once is remembered by the hash
// of its own text and that of every project header it includes; only what changed is compiled again.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { includesOf } from "./floors.mjs";
import { conclude, readTree } from "./tree.mjs";

const compiler = "clang++-19";
const standard = ["-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wno-pragma-once-outside-header"];

/// Where each room's files find other libraries, from the dev build: {folder: [flags]}.
export function flagsByFolder(commands) {
  const flags = {};
  for (const { file, command } of commands) {
    const words = command.split(" ");
    flags[dirname(file)] ??= words.flatMap((word, at) =>
      word === "-isystem" ? [word, words[at + 1]] : /^-[ID]/.test(word) ? [word] : []);
  }
  return flags;
}

/// The header's hash with all it includes from the tree.
export function hashOf(path, tree, flags) {
  const seen = new Set();
  const visit = (one) => {
    if (seen.has(one) || tree[one] === undefined) return;
    seen.add(one);
    for (const include of includesOf(tree[one])) if (include.quoted) visit(`src/${include.path}`);
  };
  visit(path);
  const hash = createHash("sha256").update(JSON.stringify([compiler, standard, flags]));
  for (const one of [...seen].sort()) hash.update(`${one}\0${tree[one]}\0`);
  return hash.digest("hex");
}

export function compileAlone(path, flags) {
  return new Promise((resolve) => {
    const child = spawn(compiler, [...standard, "-Isrc", "-I.", ...flags, "-x", "c++", path], { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (data) => (said += data));
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) => resolve(code === 0 ? null : said.trim()));
  });
}

async function main() {
  const tree = readTree((path) => /^src\/.*\.hpp$/.test(path));
  const database = "build/dev/compile_commands.json";
  const folders = existsSync(database) ? flagsByFolder(JSON.parse(readFileSync(database, "utf8"))) : {};
  const flagsFor = (path) => folders[join(process.cwd(), dirname(path))] ?? [];
  const remembered = "build/headers";
  mkdirSync(remembered, { recursive: true });

  const queue = [];
  for (const path of Object.keys(tree)) {
    const mark = join(remembered, hashOf(path, tree, flagsFor(path)));
    if (!existsSync(mark)) queue.push({ path, mark });
  }
  console.log(`${Object.keys(tree).length} headers, ${queue.length} to compile`);
  const findings = [];
  const total = queue.length;
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const said = await compileAlone(next.path, flagsFor(next.path));
      console.log(`[${total - queue.length}/${total}] ${next.path}`);
      if (said === null) writeFileSync(next.mark, "");
      else findings.push(`${next.path}:\n${said}`);
    }
  };
  await Promise.all(cpus().map(worker));
  conclude({ "every header compiles alone": findings });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
