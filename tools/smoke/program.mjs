// The hebra program over one data folder: its commands, and its server on a free port.
import { execFile, spawn } from "node:child_process";
import { createServer } from "node:net";
import { promisify } from "node:util";

const execute = promisify(execFile);

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export class Program {
  constructor(path, data, database) {
    this.path = path;
    this.place = ["--data", data, ...(database ? ["--database", database] : [])];
    this.said = "";
  }

  /// Runs a command to its end and returns what it printed; throws with what it complained of.
  async run(...words) {
    try {
      return (await execute(this.path, [...words, ...this.place], { maxBuffer: 64 << 20 })).stdout.trim();
    } catch (error) {
      throw new Error(`hebra ${words.join(" ")}: ${(error.stderr || error.stdout || error.message).trim()}`);
    }
  }

  /// Starts the server, on a free port unless told, and returns once it is ready. Throws if it is not within 30 seconds.
  async serve(given) {
    const port = given ?? (await freePort());
    this.address = `http://127.0.0.1:${port}`;
    this.server = spawn(this.path, ["serve", ...this.place, "--listen", `127.0.0.1:${port}`], { stdio: ["ignore", "pipe", "pipe"] });
    const keep = (data) => (this.said = (this.said + data).slice(-4000));
    this.server.stdout.on("data", keep);
    this.server.stderr.on("data", keep);
    for (const began = Date.now(); Date.now() - began < 30_000; ) {
      if (this.server.exitCode !== null) throw new Error(`the server ended with status ${this.server.exitCode}:\n${this.said}`);
      const answer = await fetch(`${this.address}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`the server is not ready after 30 s:\n${this.said}`);
  }

  /// Asks the server to end and waits for it; its exit status.
  async stop() {
    const { server } = this;
    this.server = undefined;
    if (server.exitCode !== null || server.signalCode !== null) return server.exitCode;
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    return ended;
  }

  kill() {
    this.server?.kill("SIGKILL");
  }
}
