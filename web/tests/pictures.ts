// `npm run pictures [-- PROGRAM]`: the pictures of the README, of the real program with a demo network of its own on a free port.
// Without a path it is the one that `./start` builds. The people, their threads and the size are the same each time; days and hours are those of
// when they are taken, because the demo tells what happened since.
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { Client } from "../../tools/smoke/client.mjs";
import type { components } from "../api/types.ts";

type Schema = components["schemas"];
type Items<T> = { items: T[] };

// Read before the house of the browsers is: that is where it looks for the program.
const given = process.argv[2];
if (given !== undefined) process.env["HEBRA_TEST_PROGRAM"] = resolve(given);
const { startDemo } = await import("./browser/house.ts");

const folder = join(import.meta.dirname, "../../docs/pictures");
const agent = "agente@linea.demo";
const intake = "recepcion@cesfam.demo";

interface Picture {
  /** Who signs in; nobody for what the public sees. */
  as?: string;
  to: ((client: Client) => Promise<string>) | string;
}

async function martina(client: Client): Promise<string> {
  const { items } = await client.post<Items<Schema["PossiblePerson"]>>("/api/v1/people/search", { text: "Martina Catrileo" });
  if (!items[0]) throw new Error("Martina is not in the demo");
  return items[0].id;
}

const pictures: Record<string, Picture> = {
  home: { as: agent, to: "/" },
  contact: {
    as: agent,
    to: async (client) => {
      const { items } = await client.post<Items<Schema["ContactItem"]>>("/api/v1/contacts/search", { person_id: await martina(client) });
      const open = items.find(({ status }) => status === "open");
      if (!open) throw new Error("Martina has no open contact in the demo");
      return `/contactos/${open.id}`;
    },
  },
  referral: {
    as: intake,
    to: async (client) => {
      const { items } = await client.get<Items<Schema["ReferralListed"]>>("/api/v1/referrals?box=inbox");
      const asked = items.find(({ status }) => status === "acknowledged");
      if (!asked) throw new Error("no referral waits for an answer in the demo");
      return `/derivaciones/${asked.id}`;
    },
  },
  thread: { as: agent, to: async (client) => `/personas/${await martina(client)}/dibujo` },
  directory: { to: "/directorio" },
};

async function take(browser: Browser, address: string, name: string, { as, to }: Picture): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "es-CL", timezoneId: "America/Santiago", reducedMotion: "reduce" });
  await context.addInitScript(() => localStorage.setItem("hebra.appearance", JSON.stringify({ theme: "paper", letter: "normal", language: "es" })));
  if (as) await context.request.post(`${address}/api/v1/sessions`, { data: { user: as, password: "hebra-demo" }, headers: { Origin: address }, failOnStatusCode: true });
  const page = await context.newPage();
  await page.goto(address + (typeof to === "string" ? to : await to(await Client.signIn(address, as ?? agent))));
  await page.waitForSelector("h1, main");
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
  await context.close();
}

await mkdir(folder, { recursive: true });
const { program, leave } = await startDemo();
const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  for (const [name, picture] of Object.entries(pictures)) await take(browser, program.address ?? "", name, picture);
} finally {
  await browser.close();
  await leave();
}
