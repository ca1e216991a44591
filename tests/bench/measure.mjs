// Processor time of a running server and of its database, from /proc; and the tools that load and that race the bare machine.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);
const ticks = 100;  // a second, on every Linux

/// Microseconds a process has used so far; with those of its ended children, if asked.
function cpuOf(pid, andEnded = false) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
    return ((user + system + (andEnded ? endedUser + endedSystem : 0)) * 1e6) / ticks;
  } catch {
    return 0;  // ended meanwhile
  }
}

/// Of a PostgreSQL cluster: its leader and everything under it.
function clusterCpu(home) {
  const leader = readFileSync(join(home, "data", "postmaster.pid"), "utf8").split("\n")[0];
  const children = readFileSync(`/proc/${leader}/task/${leader}/children`, "utf8").trim().split(" ").filter(Boolean);
  return cpuOf(leader, true) + children.reduce((sum, pid) => sum + cpuOf(pid), 0);
}

export const memoryOf = (pid) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;

export class Tools {
  constructor(folder) {
    this.folder = folder;
  }
  async run(tool, ...words) {
    const { stdout, stderr } = await execute(join(this.folder, tool), words.map(String));
    if (stderr) throw new Error(`${tool}: ${stderr.slice(0, 600)}`);
    return JSON.parse(stdout);
  }

  /// Loads a server and says what each request cost it.
  async load({ pid, port, database }, { clients, seconds, file, first = 0, most }) {
    const cluster = () => (database.home ? clusterCpu(database.home) : 0);
    const [server, base] = [cpuOf(pid), cluster()];
    const seen = await this.run("load", port, clients, seconds, file, first, ...(most ? [most] : []));
    if (seen.refused > 0) throw new Error(`${seen.refused} of ${seen.requests} requests were refused`);
    return {
      clients,
      rate: seen.requests / seen.seconds,
      cpu: (cpuOf(pid) - server) / seen.requests,
      databaseCpu: database.home ? (cluster() - base) / seen.requests : undefined,
      p50: seen.p50 / 1000,
      p99: seen.p99 / 1000,
      next: seen.next,
    };
  }

  /// What the bare machine does at most with the same rows, a second.
  async ceiling(database, copy, clients, connections, seconds) {
    const seen = database.home
      ? await this.run("bare_postgres", copy, seconds, Math.min(clients, connections))
      : await this.run("bare_sqlite", copy, seconds, clients);
    return seen.requests / seen.seconds;
  }
}
