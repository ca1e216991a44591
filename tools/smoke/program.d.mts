// What the tests of the web, in TypeScript, know of program.mjs.
import type { ChildProcess } from "node:child_process";

export class Program {
  constructor(path: string, data: string, database?: string);
  readonly address: string;
  /** The end of what the server printed. */
  readonly said: string;
  readonly place: string[];
  readonly server: ChildProcess | undefined;
  run(...words: string[]): Promise<string>;
  serve(port?: string): Promise<void>;
  /** @return the server's exit status */
  stop(): Promise<number>;
  kill(): void;
}
