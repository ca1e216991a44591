// node tools/check/count.mjs ctest FOLDER  |  vitest FILE  |  tap FILE
// Adds up test reports, names what failed, and writes "passed failed" to the suite's result file.
//
// A FOLDER of ctest's holds tests.json (ctest --show-only=json-v1), junit.xml (ctest --output-junit) and the JSON reports of
// the GoogleTest programs. A program of GoogleTest without a report crashed: that is one failure. Other tests count as one.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
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

/// {test's name: whether it passed}, from ctest's own JUnit report.
export function readJunit(xml) {
  const cases = [...xml.matchAll(/<testcase name="([^"]*)"[^>]*\bstatus="([^"]*)"/g)];
  return Object.fromEntries(cases.map(([, name, status]) => [name, status === "run"]));
}

/// `listed`: ctest's tests, `reports`: {program: its GoogleTest report}, `outcomes`: see readJunit.
export function countCtest(listed, reports, outcomes) {
  const total = { passed: 0, failed: 0, failures: [] };
  const add = ({ passed, failed, failures }) => {
    total.passed += passed;
    total.failed += failed;
    total.failures.push(...failures);
  };
  for (const { name, command } of listed) {
    const program = basename(command?.[0] ?? `${name}_test`);
    const isGtest = program.endsWith("_test");
    if (isGtest && reports[program]) add(countGtest([reports[program]]));
    if (isGtest && !reports[program]) add({ passed: 0, failed: 1, failures: [`${program}: no report, so it crashed, hung or was not built`] });
    // It may also fail after its last test: a leak, for one.
    else if (!outcomes[name] && !(isGtest && countGtest([reports[program]]).failed)) add({ passed: 0, failed: 1, failures: [`${name}: ended badly`] });
    else if (!isGtest) add({ passed: 1, failed: 0, failures: [] });
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

function readCtest(folder) {
  const reports = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith("_test.json"))) {
    try {
      reports[basename(file, ".json")] = readJson(join(folder, file));
    } catch {
      // Half a report, of a program that was killed, is none.
    }
  }
  return countCtest(readJson(join(folder, "tests.json")).tests, reports, readJunit(readFileSync(join(folder, "junit.xml"), "utf8")));
}

function main([kind, path]) {
  let total;
  try {
    if (kind === "ctest") total = readCtest(path);
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
