// The program as the crash tests run it: killed without warning, started again on what it left.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { Program } from "../../tools/smoke/program.mjs";

export class Server extends Program {
  /// @param logs a folder for everything it says, at its most talkative
  constructor(path, data, logs, database) {
    super(path, data, database);
    this.place.push("--log_level", "debug", "--log_file", join(logs, "hebra.jsonl"));
  }

  /// kill -9, and wait until it is gone.
  async crash() {
    assert.ok(this.server.exitCode === null && this.server.signalCode === null, `the server had ended by itself:\n${this.said}`);
    const gone = new Promise((resolve) => this.server.once("exit", resolve));
    this.server.kill("SIGKILL");
    await gone;
  }

  /// `hebra audit verify`: its exit status and what it said.
  verify() {
    return new Promise((resolve) =>
      execFile(this.path, ["audit", "verify", ...this.place], { maxBuffer: 1 << 26 }, (error, said, complained) =>
        resolve({ status: error ? error.code : 0, said: said + complained }),
      ),
    );
  }
}
