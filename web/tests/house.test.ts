// The rules of the web's side of the house. No exceptions; each has its because.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => !/^(node_modules|dist|shots)\//.test(path));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const code = paths.filter((path) => /\.tsx?$/.test(path) && path !== "api/types.ts");
const shipped = code.filter((path) => !path.startsWith("tests/") && !path.startsWith("tools/") && !/\.test\.|\.config\./.test(path));
const styles = paths.filter((path) => path.endsWith(".css"));
const breaking = (some: readonly string[], rule: RegExp) => some.filter((path) => rule.test(read(path)));

// Because a component that does not fit in one look is two components.
test("no file is over 200 lines", () => {
  const lines = (path: string) => read(path).split("\n").length - 1;
  expect([...code, ...styles].filter((path) => lines(path) > 200).map((path) => `${path}: ${lines(path)}`)).toEqual([]);
});

// Because `any` turns the checker off exactly where it is needed.
test("nothing is any, and nothing silences the checker", () => {
  expect(breaking(code.filter((path) => path !== "tests/house.test.ts"), /(?:[:<|]|\bas)\s*any\b(?! [a-z])|@ts-(ignore|expect-error|nocheck)/)).toEqual([]);
});

// Because a thing should have one name everywhere. Tools read their own default export.
test("there are no default exports", () => expect(breaking(shipped, /^export default/m)).toEqual([]));

// Because four themes are only possible when colours have names.
test("no colour is written outside tokens.css", () => {
  const colour = /#[0-9a-f]{3,8}\b(?!-)|\b(rgb|hsl|oklch|lab)a?\(|(?:color|background|fill|stroke)[^:;{}]*:\s*(?:white|black|red|gr[ae]y|blue)\b/i;
  expect(breaking(styles.filter((path) => path !== "design/tokens.css"), colour)).toEqual([]);
  expect(breaking(shipped, /["'`]#[0-9a-f]{6}["'`]/i)).toEqual([]);
});

// Because Hebra must be able to read from right to left.
test("no style names left or right", () => {
  expect(breaking(styles, /(?:^|[;{\s])(?:margin|padding|border|inset)?-?(?:left|right)\s*:|text-align:\s*(?:left|right)/m)).toEqual([]);
});

// Because the content policy refuses what it cannot name, and a style attribute is not in the tokens.
test("no inline styles, no raw HTML", () => expect(breaking(shipped, /\bstyle=\{|dangerouslySetInnerHTML/)).toEqual([]));

// Because one door to the server is where retries, sessions and keys are right.
test("only api/ and the offline strip talk to the network", () => {
  expect(breaking(shipped, /\bfetch\(/).filter((path) => !["api/transport.ts", "api/refresh.ts", "shell/offline-strip.tsx"].includes(path))).toEqual([]);
});

// Because whoever uses a shared computer next must find nothing about anybody.
test("only preferences are stored in the browser", () => {
  expect(breaking(shipped, /\b(localStorage|sessionStorage|indexedDB)\b/).filter((path) => path !== "shell/appearance.ts")).toEqual(["drafts/draft.ts"]);
  expect(read("drafts/draft.ts")).not.toMatch(/localStorage\.|localStorage\[/);
});

// Because a page in two languages is a page whose words are not in its code.
test("no sentence is written in a component", () => {
  const words = />\s*[A-ZÁÉÍÓÚÑ¿¡][a-záéíóúñ]+(?:\s+[a-záéíóúñ]+)+\s*</;
  expect(breaking(shipped.filter((path) => path.endsWith(".tsx")), words)).toEqual([]);
});

// Because the fast paint and the preferences must agree on what they share.
test("public/appearance.js knows the same key, themes and letter as shell/appearance.ts", () => {
  const early = read("public/appearance.js");
  expect(early).toContain('"hebra.appearance"');
  expect(read("shell/appearance.ts")).toContain('appearanceKey = "hebra.appearance"');
  expect(early).toContain("dataset.theme = saved.theme");
  expect(early).toContain('dataset.letter = "large"');
});

// Because a host in a lockfile is a place that may not be there tomorrow.
test("the lockfile names no host and every version is exact", () => {
  expect(read("package-lock.json")).not.toContain('"resolved"');
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
  expect(Object.values({ ...dependencies, ...devDependencies }).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

// Because on a slow phone the scripts take seconds, and a white page says that it is broken.
test("before the program is there, the page says so by itself: after a second, in words, with a way that needs no script", () => {
  const html = read("index.html").replace(/<!--.*?-->/gs, "");
  const [, opening = ""] = /<div id="root">(.*?)<\/div>/s.exec(html) ?? [];
  expect(opening).toMatch(/<p class="opening">Abriendo Hebra\..*href="\/directorio"/);
  expect(html).not.toMatch(/<style|\sstyle=|<script>/);
  expect(read("design/base.css")).toMatch(/\.opening \{[^}]*visibility: hidden; animation: opening 1ms 1s forwards;/);
  expect(html).toContain("<noscript>");
});
