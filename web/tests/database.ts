// A database of one's own in the throwaway PostgreSQL of the tests.
import { execFileSync } from "node:child_process";

/** Where the tests' PostgreSQL is; undefined where none runs. */
export const postgres = process.env["HEBRA_TEST_POSTGRES"];

/** @param what the tests it is for. @return its URL; undefined where no PostgreSQL runs */
export function makeDatabase(what: string): string | undefined {
  if (!postgres) return undefined;
  const name = `hebra_${what}_${process.pid}`;
  execFileSync("psql", ["--no-psqlrc", "--quiet", "--command", `DROP DATABASE IF EXISTS ${name}`, "--command", `CREATE DATABASE ${name}`, postgres]);
  return postgres.replace("/postgres?", `/${name}?`);
}
