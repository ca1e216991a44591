// `npm run api` writes api/types.ts from api/openapi.json.
// `npm run api -- http://127.0.0.1:8080` first takes openapi.json from a running server.
import { readFile, writeFile } from "node:fs/promises";
import { typesFrom } from "./generate.ts";

const here = (name: string) => new URL(name, import.meta.url);
const server = process.argv[2];

if (server !== undefined) {
  const reply = await fetch(new URL("/api/openapi.json", server));
  if (!reply.ok) throw new Error(`${server} answered ${reply.status} for /api/openapi.json`);
  await writeFile(here("openapi.json"), `${JSON.stringify(await reply.json(), null, 1)}\n`);
}
await writeFile(here("types.ts"), await typesFrom(await readFile(here("openapi.json"), "utf8")));
