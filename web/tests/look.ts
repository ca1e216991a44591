// `npm run look [-- name]` after a build: a picture of each page in each theme and size under shots/, and a failure for
// any message in the browser's console, any sideways scroll and anything axe objects to.
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium, type Page } from "playwright-core";
import { freshState, type FakeState } from "./fake-server.ts";
import { appointmentId } from "./fake-agenda.ts";
import { antonia, institutions, martina } from "./fake-data.ts";
import { familyCentre } from "./fake-directory.ts";
import { serve } from "./serve.ts";

interface View {
  name: string;
  path: string;
  prepare?: (state: FakeState) => void;
  act?: (page: Page) => Promise<void>;
}

const asIntake = (state: FakeState) => {
  state.me = { ...antonia, roles: ["intake"], institution: institutions.health, name: "Marisol T." };
  state.referrals = state.referrals.map((one) => ({ ...one, status: "accepted" }));
};
const signedOut = (state: FakeState) => {
  state.me = null;
};
const views: View[] = [
  { name: "sign-in", path: "/entrar", prepare: signedOut },
  { name: "choose-password", path: "/entrar/clave/abc", prepare: signedOut },
  { name: "home", path: "/" },
  { name: "home-supervisor", path: "/", prepare: (state) => { if (state.me) state.me = { ...state.me, roles: ["supervisor"], name: "Verónica L." }; } },
  { name: "home-none", path: "/", prepare: (state) => { state.loose = []; } },
  { name: "home-nothing", path: "/", prepare: (state) => { state.loose = []; state.due = []; } },
  { name: "person", path: `/personas/${martina.id}` },
  { name: "person-thread", path: `/personas/${martina.id}/dibujo` },
  { name: "network", path: "/red" },
  { name: "person-list", path: `/personas/${martina.id}/lista` },
  { name: "person-views", path: `/personas/${martina.id}/vistas` },
  { name: "person-permissions", path: `/personas/${martina.id}/permisos` },
  { name: "withdraw", path: `/personas/${martina.id}`, act: async (page) => { await page.getByRole("button", { name: /^Retirar/ }).first().click(); await page.waitForSelector(".dialog"); } },
  { name: "accesses", path: `/accesos/${martina.id}`, prepare: (state) => { state.me = { ...antonia, roles: ["privacy_officer"], permissions: ["person_views", "person_erase", "disclosure_read"] }; } },
  { name: "erase", path: "/borrado/HB-7K2M", prepare: (state) => { state.me = { ...antonia, roles: ["privacy_officer"], permissions: ["person_views", "person_erase", "disclosure_read"] }; } },
  { name: "network-sign", path: "/red", prepare: (state) => { state.me = { ...antonia, roles: ["supervisor"], permissions: ["network_read", "agreement_sign"] }; }, act: async (page) => { await page.getByRole("button", { name: /^Firmar/ }).first().click(); await page.waitForSelector(".dialog"); } },
  { name: "network-found", path: "/red", prepare: (state) => { state.me = { ...antonia, roles: ["admin"], permissions: ["network_read", "agreement_sign", "institution_found"] }; }, act: async (page) => { await page.getByRole("button", { name: "Agregar una institución" }).click(); await page.waitForSelector(".dialog"); } },
  { name: "network-signer", path: "/red", prepare: (state) => { state.me = { ...antonia, roles: ["supervisor"], permissions: ["network_read", "agreement_sign"] }; } },
  { name: "network-propose", path: "/red", prepare: (state) => { state.me = { ...antonia, roles: ["supervisor"], permissions: ["network_read", "agreement_sign"] }; }, act: async (page) => { await page.getByRole("button", { name: "Proponer otro nivel" }).click(); await page.waitForSelector(".dialog"); } },
  { name: "institution", path: `/red/${institutions.health.id}`, prepare: (state) => { state.me = { ...antonia, permissions: ["network_read"] }; } },
  { name: "institution-contacts", path: `/red/${institutions.line.id}`, prepare: (state) => { state.me = { ...antonia, roles: ["admin"], permissions: ["network_read", "agreement_sign", "contacts_name"] }; }, act: async (page) => { await page.getByRole("button", { name: "Cambiar a quién llamar" }).click(); await page.waitForSelector(".dialog"); } },
  { name: "institution-correct", path: `/red/${institutions.line.id}`, prepare: (state) => { state.me = { ...antonia, roles: ["admin"], permissions: ["network_read", "institution_correct"] }; }, act: async (page) => { await page.getByRole("button", { name: "Corregir sus datos" }).click(); await page.waitForSelector(".dialog"); } },
  { name: "person-data", path: `/personas/${martina.id}/datos` },
  { name: "person-safe-form", path: `/personas/${martina.id}/contacto` },
  { name: "person-anonymous", path: `/personas/${martina.id}`, prepare: (state) => { state.person = { id: martina.id, thread_id: martina.thread_id, thread_code: "HB-4T9W", identity: "anonymous", version: 1, created_at: new Date().toISOString() }; } },
  { name: "search", path: "/personas", act: async (page) => { await page.getByRole("textbox").first().fill("Martina Huenchuñir"); await page.getByRole("button", { name: "Buscar", exact: true }).last().click(); await page.waitForSelector(".match"); } },
  { name: "search-more", path: "/personas", act: async (page) => { await page.getByRole("button", { name: "Buscar con más datos" }).click(); await page.getByRole("button", { name: /Otro documento/ }).click(); await page.getByRole("option", { name: "Pasaporte" }).click(); } },
  { name: "person-relation", path: `/personas/${martina.id}`, act: async (page) => { await page.getByRole("button", { name: "Agregar a alguien" }).click(); await page.getByRole("button", { name: /^Ya tiene ficha/ }).click(); await page.getByLabel("Nombre, código o teléfono").fill("Rosa Huenchuñir"); await page.getByRole("search").getByRole("button", { name: "Buscar" }).click(); await page.waitForSelector(".match"); } },
  { name: "create", path: "/personas/nueva", act: async (page) => { await page.getByText("Con nombre y contacto").click(); await page.getByLabel("Nombres").fill("Martina"); await page.getByLabel("Primer apellido").fill("Huenchuñir"); await page.waitForSelector(".match"); } },
  { name: "directory", path: "/catastro" },
  { name: "directory-row", path: `/catastro/${familyCentre().id}` },
  { name: "directory-check", path: `/catastro/${familyCentre().id}/llamar`, prepare: (state) => { state.me = { ...antonia, permissions: ["directory_read", "directory_edit", "directory_doubt"] }; }, act: async (page) => { await page.getByRole("radiogroup", { name: "Días y horas" }).getByText("Cambió").click(); } },
  { name: "directory-correct", path: `/catastro/${familyCentre().id}/corregir`, prepare: (state) => { state.me = { ...antonia, permissions: ["directory_read", "directory_edit", "directory_keep"] }; } },
  { name: "emergency", path: "/numeros-de-emergencia", prepare: (state) => { state.me = { ...antonia, roles: ["admin"], permissions: ["directory_read", "emergency_keep"] }; }, act: async (page) => { await page.getByRole("button", { name: "Comprobar" }).first().click(); } },
  { name: "account", path: "/cuenta", act: async (page) => { await page.getByRole("button", { name: "Usar un código" }).click(); const dialog = page.getByRole("dialog"); await dialog.getByLabel("Clave").fill("hebra-demo"); await dialog.getByRole("button", { name: "Usar un código" }).click(); await page.waitForSelector(".qr"); } },
  { name: "notices", path: "/avisos" },
  { name: "forms", path: "/formularios", prepare: (state) => { state.me = { ...antonia, roles: ["admin"], permissions: ["form_manage"] }; } },
  { name: "forms-review", path: "/formularios", prepare: (state) => { state.me = { ...antonia, roles: ["admin"], permissions: ["form_manage"] }; }, act: async (page) => { await page.getByRole("button", { name: "Revisar 1.2.0" }).click(); await page.waitForSelector(".forms__sample"); } },
  { name: "staff", path: "/equipo", prepare: (state) => { state.me = { ...antonia, roles: ["admin"], permissions: ["user_read", "user_manage"] }; }, act: async (page) => { await page.getByRole("button", { name: /Cambiar roles/ }).first().click(); } },
  { name: "invitation", path: "/entrar/invitacion/nueva", prepare: (state) => { state.me = null; } },
  { name: "agenda", path: "/agenda", prepare: asIntake },
  { name: "agenda-given", path: `/agenda?cita=${appointmentId(5)}`, prepare: asIntake, act: async (page) => { await page.getByRole("button", { name: "Cambiar la hora" }).click(); } },
  { name: "agenda-offer", path: "/agenda", prepare: asIntake, act: async (page) => { await page.getByRole("button", { name: "Ofrecer horas" }).click(); } },
  { name: "sign-in-help", path: "/entrar/ayuda", prepare: (state) => { state.me = null; } },
  { name: "menu", path: "/", act: async (page) => { await page.locator(".who").click(); await page.waitForSelector(".shell-menu"); } },
  { name: "palette", path: "/", act: async (page) => { await page.keyboard.press("Control+k"); await page.getByRole("searchbox").fill("martina"); await page.waitForTimeout(200); } },
  { name: "session-ended", path: "/personas/nueva", act: async (page) => { await page.getByLabel("Cómo quiere que le digan").fill("Dani"); await page.evaluate(() => fetch("/api/v1/sessions/current", { method: "DELETE" })); await page.getByRole("button", { name: "Registrar", exact: true }).click(); await page.waitForSelector(".dialog"); } },
  { name: "missing", path: "/no-existe" },
];
const themes = ["paper", "night", "contrast"] as const;
const sizes = [{ width: 1440, height: 900 }, { width: 1024, height: 768 }, { width: 390, height: 844 }, { width: 320, height: 640 }] as const;
const wanted = process.argv[2];

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
await mkdir("shots", { recursive: true });
const complaints: string[] = [];

interface Axe {
  run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

async function open(view: View, theme: string, origin: string): Promise<Page> {
  const context = await browser.newContext({ viewport: sizes[0], locale: "es-CL", timezoneId: "America/Santiago" });
  await context.addInitScript((chosen) => localStorage.setItem("hebra.appearance", JSON.stringify({ theme: chosen, language: "es" })), theme);
  await context.addInitScript(() => Object.defineProperty(window, "WebSocket", { value: undefined })); // the fake server speaks none
  const page = await context.newPage();
  const expected = /status of 40[14]/; // nobody signed in; no earlier draft
  page.on("console", (message) => {
    if (message.type() === "error" && !expected.test(message.text())) complaints.push(`${view.name} ${theme}: console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${view.name} ${theme}: ${error.message}`));
  await page.goto(origin + view.path);
  await page.waitForSelector("h1");
  await page.waitForLoadState("networkidle");
  await view.act?.(page);
  await page.evaluate(axe);
  return page;
}

async function inspect(page: Page, where: string): Promise<void> {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (sideways > 0) complaints.push(`${where}: scrolls sideways by ${sideways} px`);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: Axe }).axe.run());
  for (const { id, nodes } of violations) complaints.push(`${where}: axe ${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

for (const view of views.filter(({ name }) => !wanted || name === wanted)) {
  for (const theme of themes) {
    const state = freshState();
    view.prepare?.(state);
    const { server, origin } = await serve(state);
    const page = await open(view, theme, origin);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await inspect(page, `${view.name} ${theme} ${size.width}`);
      await page.screenshot({ path: `shots/${view.name}-${theme}-${size.width}.png`, fullPage: size.width < 720 });
    }
    await page.context().close();
    server.close();
    console.log(`${view.name} ${theme}`);
  }
}
await browser.close();
console.log(complaints.length === 0 ? "Nothing to complain about." : complaints.join("\n"));
process.exitCode = complaints.length === 0 ? 0 : 1;
