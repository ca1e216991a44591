// What the documents tell people to type works. Blocks fenced as ```sh check are run by bash, each in turn, from the
// repository's root; links between our own documents lead somewhere.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { conclude, lineOf, readTree } from "./tree.mjs";

export const blocksOf = (text) =>
  [...text.matchAll(/^```sh check\n([\s\S]*?)^```$/gm)].map((found) => ({ line: lineOf(text, found.index), script: found[1] }));

export function brokenLinks(path, text, exists) {
  const broken = [];
  for (const found of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    const target = found[1].replace(/#.*/, "");
    if (target === "" || /^[a-z]+:/.test(target)) continue;
    if (!exists(normalize(join(dirname(path), target)))) broken.push(`${path}:${lineOf(text, found.index)}: ${found[1]} leads nowhere`);
  }
  return broken;
}

export function runBlock(script) {
  const run = spawnSync("bash", ["-euo", "pipefail", "-c", script], { encoding: "utf8", timeout: 60_000 });
  return run.status === 0 ? null : `${run.stdout}${run.stderr}`.trim() || `status ${run.status ?? run.signal}`;
}

function main() {
  const tree = readTree((path) => /\.md$/.test(path));
  const commands = [];
  const links = [];
  for (const [path, text] of Object.entries(tree)) {
    links.push(...brokenLinks(path, text, existsSync));
    for (const block of blocksOf(text)) {
      const said = runBlock(block.script);
      if (said !== null) commands.push(`${path}:${block.line}: ${said}`);
    }
  }
  conclude({ "the commands in the documents work": commands, "links between documents lead somewhere": links });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
