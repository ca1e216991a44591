// What must not be in the repository: paths of somebody's machine, hosts of package registries (a lock file with download
// addresses ties everyone to them), people's numbers, and things left for later.
import { fileURLToPath } from "node:url";
import { conclude, lineOf, readTree } from "./tree.mjs";

// Written in pieces, so that this file does not find itself.
const left = ["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"];
const hosts = ["registry.npm" + "js.org", "registry.yarn" + "pkg.com", "deb.deb" + "ian.org", "security.deb" + "ian.org", "py" + "pi.org", "files.python" + "hosted.org"];

const patterns = {
  "no path of a machine": new RegExp(String.raw`(?<![\w.])/(home/\w+|ro` + String.raw`ot/|wo` + String.raw`rk/|Us` + String.raw`ers/\w+|tmp/\w+/\w+)`, "g"),
  "no host of a package registry": new RegExp(hosts.map((host) => host.replaceAll(".", "\\.")).join("|"), "g"),
  "nothing left for later": new RegExp(String.raw`\b(${left.join("|")})\b`, "g"),
};

const isText = (path) => !/\.(png|jpg|ico|woff2|webp|gz|br|pdf|xlsx|zip)$/.test(path) && !/^tests\/fuzz\/corpus\//.test(path);
/// Texts by others, kept letter by letter.
const isQuoted = (path) => path === "LICENSE" || path.startsWith("data/");

export function checkPrivacyWords(tree) {
  const rules = {};
  for (const [rule, pattern] of Object.entries(patterns)) {
    rules[rule] = [];
    for (const [path, text] of Object.entries(tree)) {
      if (isQuoted(path)) continue;
      for (const found of text.matchAll(pattern)) rules[rule].push(`${path}:${lineOf(text, found.index)}: ${found[0]}`);
    }
  }
  return rules;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) conclude(checkPrivacyWords(readTree(isText)));
