// The house the HTTP tests knock at: started once for each database, with the demo network and an outsider for every permission.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import type { Schema } from "../../api/client.ts";
import { makeDatabase } from "../database.ts";
import { Program } from "../../../tools/smoke/program.mjs";

export interface Signed {
  email: string;
  token: string;
  institution: string;
  institution_id: string;
  roles: string[];
  permissions: string[];
}

export interface House {
  address: string;
  /** By e-mail address. */
  staff: Record<string, Signed>;
  /** The link of an invitation that nobody has used. */
  invitation: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    house: House;
  }
}

const password = "hebra-demo";
const demo = [
  "agente@linea.demo", "supervisora@linea.demo", "cuidado@linea.demo", "datos@linea.demo", "recepcion@cesfam.demo", "coordinadora@oln.demo",
  "territorial@red.demo", "region@red.demo", "admin@red.demo", "contacto@hospital.demo", "valida@hospital.demo", "familia@municipio.demo", "agente@otra.demo",
];
/** Together with agente@otra.demo they hold every permission, in the institution that has no agreement with anybody. */
const outsiders = ["supervisor", "admin", "privacy_officer", "regional", "care_lead"];
/** Whoever changes their password or second factor here does it to nobody else. */
const ownAccounts = ["clave", "factor", "sesion"].map((name) => `${name}@linea.demo`);

async function signIn(address: string, email: string): Promise<Signed> {
  const response = await fetch(`${address}/api/v1/sessions`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ user: email, password }),
  });
  if (response.status !== 201) throw new Error(`${email} cannot sign in: ${await response.text()}`);
  const { token, me } = (await response.json()) as { token: string; me: Schema["Me"] };
  return { email, token, institution: me.institution.name, institution_id: me.institution.id, roles: me.roles, permissions: me.permissions };
}

async function furnish(program: Program, folder: string): Promise<{ emails: string[]; invitation: string }> {
  await program.run("demo");
  const file = join(folder, "clave");
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  const add = (email: string, institution: string, role: string, ...more: string[]) =>
    program.run("user", "add", email, "--name", "Alguien Demo", "--institution", institution, "--role", role, ...more);
  const added: string[] = [];
  for (const role of outsiders) added.push(`${role}@otra.demo`);
  for (const email of added) await add(email, "Otra Línea Demo", email.split("@")[0] ?? "", "--password-file", file);
  for (const email of ownAccounts) await add(email, "Línea Demo Joven", "agent", "--password-file", file);
  const told = await add("invitada@linea.demo", "Línea Demo Joven", "agent");
  return { emails: [...demo, ...added, ...ownAccounts], invitation: told.match(/\/entrar\/clave\/(\S+)/)?.[1] ?? "" };
}

/** Started by vitest for each project, whose name is that of the database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const path = process.env["HEBRA_TEST_PROGRAM"] ?? join(import.meta.dirname, "../../../build/dev/hebra");
  const folder = mkdtempSync(join(tmpdir(), "hebra-http-"));
  const database = project.name === "postgres" ? makeDatabase("http") : undefined;
  const program = new Program(path, join(folder, "data"), database);
  try {
    const { emails, invitation } = await furnish(program, folder);
    await program.serve();
    const signed = await Promise.all(emails.map((email) => signIn(program.address, email)));
    project.provide("house", { address: program.address, staff: Object.fromEntries(signed.map((one) => [one.email, one])), invitation });
  } catch (error) {
    program.kill();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return async () => {
    const status = await program.stop();
    rmSync(folder, { recursive: true, force: true });
    // What the sanitizers found while every route was tried.
    if (status !== 0 || /runtime error:|AddressSanitizer/.test(program.said)) throw new Error(`the server ended with status ${status}:\n${program.said}`);
  };
}
