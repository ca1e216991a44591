// What every house check shares: the repository's files, and how findings are told and counted.
import { execFileSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";

/// Every file git knows or would add, with its text: {path: text}. `wanted` looks at the path.
export function readTree(wanted) {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { encoding: "utf8" });
  const tree = {};
  for (const path of listed.split("\0").filter((path) => path && wanted(path)).sort()) {
    if (isFile(path)) tree[path] = readFileSync(path, "utf8");
  }
  return tree;
}

function isFile(path) {
  try {
    return statSync(path).isFile();
  } catch {
    return false; // deleted, and not yet committed
  }
}

/// Tells the findings of each rule ({rule: [finding]}), counts a rule as a test, and sets the exit code.
export function conclude(rules) {
  let failed = 0;
  for (const [rule, findings] of Object.entries(rules)) {
    if (findings.length > 0) failed++;
    console.log(`${findings.length === 0 ? "ok" : "FAILED"}: ${rule}`);
    for (const finding of findings) console.log(`    ${finding}`);
  }
  const passed = Object.keys(rules).length - failed;
  if (process.env.HEBRA_TEST_RESULT) writeFileSync(process.env.HEBRA_TEST_RESULT, `${passed} ${failed}\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

export const lineOf = (text, index) => text.slice(0, index).split("\n").length;
