// One table, and its dated copy in docs/benchmarks.md.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, totalmem } from "node:os";

const number = (value, digits = 0) => (value === undefined ? "" : value.toFixed(digits));

function table(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

const processor = () => /^model name\s*:\s*(.*)$/m.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1] ?? "unknown processor";
const revision = () => execFileSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" }).trim();

export function report(results, { contacts, seconds }) {
  const head = ["", "database", "clients", "CPU µs", "of its database", "ours /s", "p50 ms", "p99 ms", "ceiling /s", "ratio"];
  const rows = results.flatMap(({ rows }) => rows).map((row) => [
    row.name, row.database, number(row.clients), number(row.cpu), number(row.databaseCpu), number(row.rate), number(row.p50, 2), number(row.p99, 2),
    number(row.ceiling), row.ceiling ? `${number((100 * row.rate) / row.ceiling)} %` : "",
  ]);
  const idle = results.map(({ idle }) => [idle.name, number(idle.start), number(idle.memory, 1), number(idle.database), number(idle.binary, 1)]);
  return [
    `${new Date().toISOString().slice(0, 10)}, ${revision()}: ${availableParallelism()} × ${processor()}, ${number(totalmem() / 2 ** 30)} GB; ` +
      `load average ${loadavg().map((load) => load.toFixed(1)).join(", ")} at the end. ${contacts} contacts, ${seconds} s a line.`,
    "",
    table(head, rows),
    "",
    table(["P12", "start to ready, ms", "idle memory, MB", "database, MB", "program, MB"], idle),
    "",
  ].join("\n");
}

/// The newest first, under the page's introduction.
export function write(path, text) {
  const page = readFileSync(path, "utf8");
  const at = page.indexOf("\n## ");
  const introduction = at < 0 ? page.trimEnd() : page.slice(0, at).trimEnd();
  const title = text.slice(0, text.indexOf(":"));
  writeFileSync(path, `${introduction}\n\n## ${title}\n\n${text}${at < 0 ? "" : page.slice(at)}`);
}
