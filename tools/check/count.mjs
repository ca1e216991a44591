// node tools/check/count.mjs gtest DIR PROGRAM…  |  vitest FILE  |  tap FILE
// Adds up test reports, names what failed, and writes "passed failed" to the suite's result file.
// A test program without a report crashed: that is one failure.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export function countGtest(reports) {
  const total = { passed: 0, failed: 0, failures: [] };
  for (const report of reports)
    for (const suite of report.testsuites)
      for (const test of suite.testsuite) {
        if (test.status !== "RUN") continue;
        if (test.failures?.length) {
          total.failed++;
          total.failures.push(`${suite.name}.${test.name}`);
        } else total.passed++;
      }
  return total;
}

export function countVitest(report) {
  const total = { passed: report.numPassedTests, failed: report.numFailedTests, failures: [] };
  for (const file of report.testResults) {
    for (const test of file.assertionResults) if (test.status === "failed") total.failures.push(test.fullName);
    // A file that could not even be loaded has no tests to fail.
    if (file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed")) {
      total.failed++;
      total.failures.push(`${file.name}: ${file.message ?? "could not be loaded"}`);
    }
  }
  return total;
}

export function countTap(text) {
  const number = (name) => Number(text.match(new RegExp(`^# ${name} (\\d+)$`, "m"))?.[1] ?? NaN);
  const failures = [...text.matchAll(/^\s*not ok \d+ - (.*)$/gm)].map((found) => found[1]);
  return { passed: number("pass"), failed: number("fail") + number("cancelled"), failures };
}

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

function readGtest(directory, programs) {
  const names = existsSync(directory) ? readdirSync(directory) : [];
  // A killed program may leave half a report.
  const reports = [];
  const missing = [];
  for (const program of programs) {
    try {
      reports.push(readJson(join(directory, names.find((name) => name === `${program}.json`) ?? "")));
    } catch {
      missing.push(`${program}: no report, so it crashed, hung or was not built`);
    }
  }
  const total = countGtest(reports);
  total.failed += missing.length;
  total.failures.push(...missing);
  return total;
}

function main([kind, path, ...programs]) {
  let total;
  try {
    if (kind === "gtest") total = readGtest(path, programs);
    else if (kind === "vitest") total = countVitest(readJson(path));
    else if (kind === "tap") total = countTap(readFileSync(path, "utf8"));
    if (!Number.isInteger(total?.passed) || !Number.isInteger(total?.failed)) throw new Error("not a report");
    if (total.passed + total.failed === 0) throw new Error("no test ran");
  } catch (error) {
    total = { passed: 0, failed: 1, failures: [`${kind} ${path}: ${error.message}`] };
  }
  for (const name of total.failures) console.log(`failed: ${name}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  if (process.env.HEBRA_TEST_RESULT) writeFileSync(process.env.HEBRA_TEST_RESULT, `${total.passed} ${total.failed}\n`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
