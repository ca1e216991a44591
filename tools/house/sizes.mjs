// Files stay small: a reader holds one in mind. 300 lines is a warning, 500 a failure; a component of the web, 200.
import { fileURLToPath } from "node:url";
import { conclude, readTree } from "./tree.mjs";

const warnAbove = 300;
const failAbove = 500;
const componentAbove = 200;

const isSource = (path) => /\.(cpp|hpp|ts|tsx|css|mjs|cmake|sql)$/.test(path) || path === "start" || path === "check";
/// Written by a program, or data in the clothes of source.
const isGenerated = (path) => /(^|\/)generated[./]|\.generated\.|\.d\.ts$|^web\/api\/schema/.test(path);

/// Returns {rule: [finding]} and, under `warnings`, what is growing.
export function checkSizes(tree) {
  const files = [];
  const components = [];
  const warnings = [];
  for (const [path, text] of Object.entries(tree)) {
    if (!isSource(path) || isGenerated(path)) continue;
    const lines = text.split("\n").length - 1;
    if (lines > failAbove) files.push(`${path}: ${lines} lines`);
    else if (/\.tsx$/.test(path) && !/\.test\.tsx$/.test(path) && lines > componentAbove) components.push(`${path}: ${lines} lines`);
    else if (lines > warnAbove) warnings.push(`${path}: ${lines} lines`);
  }
  return {
    warnings,
    rules: {
      [`no file above ${failAbove} lines`]: files,
      [`no component of the web above ${componentAbove} lines`]: components,
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { warnings, rules } = checkSizes(readTree(isSource));
  for (const warning of warnings) console.log(`growing (above ${warnAbove}): ${warning}`);
  conclude(rules);
}
