// The promise at the head of tokens.css, measured: text reaches 4.5:1 and the edges of controls 3:1, in every theme.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../design/tokens.css"), "utf8");
type Tokens = Record<string, string>;

function declarations(block: string): Tokens {
  return Object.fromEntries([...block.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? "", match[2] ?? ""]));
}

const block = (selector: string): Tokens => declarations(css.slice(css.indexOf(selector) + selector.length).split("}")[0] ?? "");
const root = block(":root {");
const pick = (side: 0 | 1): Tokens =>
  Object.fromEntries(Object.entries(root).map(([name, value]) => [name, /light-dark\(([^,]+),\s*([^)]+)\)/.exec(value)?.[side + 1] ?? value]));
const themes: Record<string, Tokens> = { paper: pick(0), night: pick(1), contrast: { ...pick(0), ...block(':root[data-theme="contrast"] {') } };

function luminance(colour: string): number {
  const hex = colour.trim().slice(1);
  const long = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((start) => {
    const value = Number.parseInt(long.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(Object.entries(themes))("on %s", (_name, tokens) => {
  const of = (name: string) => tokens[name] ?? "";
  const hues = Object.keys(tokens).filter((name) => name.startsWith("hue-"));

  test("there are eight hues", () => expect(hues).toHaveLength(8));

  test.each(["ink", "ink-2", "ink-3", "red", "focus", ...hues])("%s is legible on paper and on the sheet", (name) => {
    for (const ground of ["paper", "sheet"]) expect(contrast(of(name), of(ground)), ground).toBeGreaterThanOrEqual(4.5);
  });

  test("ink is legible on what is sunken, marked, selected and in danger", () => {
    for (const ground of ["paper-deep", "marker", "selection", "red-wash"]) expect(contrast(of("ink"), of(ground)), ground).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of("on-ink"), of("ink"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of("on-red"), of("red"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of("red"), of("red-wash"))).toBeGreaterThanOrEqual(4.5);
  });

  test("the edge of a control is seen", () => {
    for (const ground of ["paper", "sheet"]) expect(contrast(of("edge"), of(ground))).toBeGreaterThanOrEqual(3);
  });
});
