// A person at a browser, and what is always wrong on any page: a message in the console, a failed request, sideways scroll,
// anything axe objects to.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { Client } from "../../../tools/smoke/client.mjs";

export const address = inject("address");
export const password = "hebra-demo";
export const desk = { width: 1440, height: 900 };
export const narrow = { width: 320, height: 640 };

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
interface Axe {
  run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

let browser: Browser;
/** One Chromium for the file. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  });
  afterAll(() => browser.close());
}

export interface Look {
  /** "system": what the browser asks for, as emulateMedia says. */
  theme?: "system" | "paper" | "night" | "contrast";
  letter?: "normal" | "large";
  language?: "es" | "en";
  javaScript?: boolean;
  at?: string;
}

export class Visitor {
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly home: string,
  ) {
    page.on("console", (message) => {
      // Chromium says every 4xx in the console, a socket's 401 in its own words; those that pages expect are judged by what they show.
      if (["error", "warning"].includes(message.type()) && !/status of 4\d\d|HTTP Authentication failed/.test(message.text())) this.complaints.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.complaints.push(`script: ${error.message}`));
    page.on("response", (response) => {
      if (response.status() >= 500) this.complaints.push(`${response.status()} ${response.url()}`);
      if (new URL(response.url()).origin !== this.home) this.complaints.push(`a third party: ${response.url()}`);
    });
  }

  static async come({ theme = "paper", letter = "normal", language = "es", javaScript = true, at = address }: Look = {}): Promise<Visitor> {
    const context = await browser.newContext({ viewport: desk, locale: language === "es" ? "es-CL" : "en-GB", timezoneId: "America/Santiago", javaScriptEnabled: javaScript, reducedMotion: "reduce" });
    context.setDefaultTimeout(20_000);
    await context.addInitScript((seen) => localStorage.setItem("hebra.appearance", JSON.stringify(seen)), { theme, letter, language });
    return new Visitor(context, await context.newPage(), new URL(at).origin);
  }

  /** Signs in by the API, as any script of the page could: the cookie is the browser's. */
  async signIn(user: string): Promise<this> {
    const response = await this.context.request.post(`${this.home}/api/v1/sessions`, { data: { user, password }, headers: { Origin: this.home } });
    if (response.status() !== 201) throw new Error(`${user} cannot sign in: ${await response.text()}`);
    return this;
  }

  /** Opens a page and waits until it has said what it is. */
  async open(path: string): Promise<Page> {
    await this.page.goto(this.home + path);
    await this.settle();
    return this.page;
  }

  async settle(): Promise<void> {
    await this.page.locator("h1").first().waitFor({ state: "attached" });
    await this.page.waitForLoadState("networkidle");
  }

  /** How far the page scrolls sideways, once it has drawn itself for its width: a drawing follows a new one a moment later. */
  private async sideways(): Promise<number> {
    for (let turn = 0; ; turn += 1) {
      const by = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (by <= 0 || turn === 20) return by;
      await this.page.waitForTimeout(100);
    }
  }

  /** Everything wrong with what is on the screen. */
  async faults({ axe: withAxe = true } = {}): Promise<string[]> {
    const faults = this.complaints.splice(0);
    const by = await this.sideways();
    if (by > 0) faults.push(`scrolls sideways by ${by} px at ${this.page.viewportSize()?.width} px`);
    if (!withAxe) return faults;
    await this.page.evaluate(axe);
    const { violations } = await this.page.evaluate(() => (window as unknown as { axe: Axe }).axe.run());
    for (const { id, nodes } of violations) faults.push(`axe ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
    return faults;
  }

  /** What the page says, to eyes and to screen readers. */
  words(): Promise<string> {
    return this.page.locator("body").innerText();
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}

/** The API, for what a test needs to be there before a page is opened. */
export const clientOf = (user: string, at = address) => Client.signIn(at, user);
