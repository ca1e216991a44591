// Hebra in English: every page, every answer to a referral and the ficha in the making, without a Spanish word of its own left, and
// with nothing for axe to object to. What people and institutions wrote stays as they wrote it.
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { linkTo, sent } from "./sent.ts";
import { useBrowser, Visitor } from "./visitor.ts";
import { agent, intake, martina, visits } from "./visits.ts";

useBrowser();

const k_long = 180_000;
const spanish = /[¿¡áéíóúñ]|\b(el|los|las|una|de|del|que|para|con|por|su|sus|se|al|lo|hay|esta|este|quien|cuando|hora|horas|hasta|desde|sin|persona|ver|nada|nadie)\b/i;

/** What the server said of people and services: theirs, in whatever language. */
function heard(page: Page): () => Promise<string[]> {
  const bodies: Promise<string[]>[] = [];
  page.on("response", (response) => {
    if (!response.url().includes("/api/v1/")) return;
    bodies.push(response.json().then(strings, () => []));
  });
  return async () => [...new Set((await Promise.all(bodies)).flat())].sort((one, other) => other.length - one.length);
}

/** What the referral of `sent` says, and who sent it. */
const theirs = ["Ánimo bajo hace dos meses.", "Primera hora esta semana.", "Lientur, 25 años.", "Línea Demo Joven"];

const strings = (value: unknown): string[] =>
  typeof value === "string" ? value.split("\n").concat(value).map((one) => one.replace(/\s+/g, " ").trim()) : value !== null && typeof value === "object" ? Object.values(value).flatMap(strings) : [];

/** Everything that is read or heard on the page, each with what it stands in. */
const said = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest("script, style, noscript, [lang=es], [lang='es-CL']")) continue;
      all.push(node.textContent ?? "");
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [alt], [placeholder]"))
      for (const name of ["aria-label", "title", "alt", "placeholder"]) all.push(element.getAttribute(name) ?? "");
    return [document.title, ...all].map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean);
  });

async function inSpanish(page: Page, data: readonly string[]): Promise<string[]> {
  const foreign = data.filter((one) => spanish.test(one));
  const own = (text: string) => foreign.reduce((left, one) => left.replaceAll(one, " "), text);
  return [...new Set(await said(page))].filter((text) => spanish.test(own(text)));
}

test.each(Object.entries(visits).map(([path, visit]) => ({ path, visit })))("$path", async ({ visit }) => {
  const visitor = await Visitor.come({ language: "en" });
  try {
    if (visit.as) await visitor.signIn(visit.as);
    const data = heard(visitor.page);
    const faults: string[] = [];
    for (const path of await visit.to()) {
      const page = await visitor.open(path);
      expect(await page.locator("html").getAttribute("lang")).toMatch(/^en/);
      faults.push(...(await visitor.faults()), ...(await inSpanish(page, await data())).map((text) => `Spanish: ${text}`));
    }
    expect(faults).toEqual([]);
  } finally {
    await visitor.leave();
  }
});

/** Gathers what is wrong with what is on the screen, under the name of what it is. */
function gather(): { faults: string[]; look: (visitor: Visitor, data: readonly string[], what: string) => Promise<void> } {
  const faults: string[] = [];
  return {
    faults,
    look: async (visitor, data, what) => {
      faults.push(...[...(await visitor.faults()), ...(await inSpanish(visitor.page, data))].map((fault) => `${what}: ${fault}`));
    },
  };
}

test("each answer to a referral, and an address where there is nothing", { timeout: k_long }, async () => {
  const { id } = await sent();
  const { faults, look } = gather();
  const desk = await (await Visitor.come({ language: "en" })).signIn(intake);
  const data = heard(desk.page);
  const page = await desk.open(`/derivaciones/${id}`);
  const steps = page.locator(".answers__bar").getByRole("button");
  await page.getByRole("button", { name: "Accept", exact: true }).waitFor();
  for (let nth = 0; nth < (await steps.count()); nth += 1) {
    await steps.nth(nth).click();
    await page.locator("form.answer-panel").waitFor();
    await desk.settle();
    await look(desk, await data(), await steps.nth(nth).innerText());
  }
  await desk.open("/esto/no/existe");
  await look(desk, await data(), "nothing there");
  expect(faults).toEqual([]);
  await desk.leave();
});

test("who can help, the ficha in the making, and its refusal", { timeout: k_long }, async () => {
  const { faults, look } = gather();
  const desk = await (await Visitor.come({ language: "en" })).signIn(agent);
  const data = heard(desk.page);
  const page = await desk.open(`/personas/${await martina()}/derivar`);
  await page.getByRole("combobox", { name: "Topic" }).click();
  await page.getByRole("option", { name: "Mood and anxiety" }).click();
  await page.getByRole("button", { name: /^Choose .*CESFAM Demo Norte/ }).first().waitFor();
  await look(desk, await data(), "who can help");
  await page.getByRole("button", { name: /^Choose .*CESFAM Demo Norte/ }).first().click();
  await page.getByRole("button", { name: "Send", disabled: false }).first().click();
  await desk.settle();
  await look(desk, await data(), "the ficha refused");
  expect(faults).toEqual([]);
  await desk.leave();
});

test("what somebody without an account reads", { timeout: k_long }, async () => {
  const link = await linkTo(await sent());
  const { faults, look } = gather();
  const anybody = await Visitor.come({ language: "en" });
  const page = await anybody.open(link.path);
  await look(anybody, theirs, "the code");
  await page.locator('input[name="code"]').fill(link.code);
  await page.keyboard.press("Enter");
  await page.getByText("Ánimo bajo hace dos meses.").waitFor();
  await look(anybody, theirs, "the referral");
  for (const path of ["/directorio", "/directorio?q=zzzz&edad=-7", "/directorio/nada", "/r/nada"]) {
    await anybody.open(path);
    faults.push(...(await anybody.faults()).map((fault) => `${path}: ${fault}`));
  }
  expect(faults).toEqual([]);
  await anybody.leave();
});
