import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { languageFor, languages, locales, type Language } from "./book";

const root = join(import.meta.dirname, "..");
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => !/^(node_modules|dist)\//.test(path));
const rooms = files.filter((path) => path.endsWith("words.es.json")).map((path) => path.replace(/\/?words\.es\.json$/, ""));
const source = files
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map((path) => readFileSync(join(root, path), "utf8"))
  .join("\n");

const wordsOf = (room: string, language: Language) =>
  JSON.parse(readFileSync(join(root, room, `words.${language}.json`), "utf8")) as Record<string, string>;

type Part = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The names a message expects, in plurals and tags too: `{count, plural, …}`, `<b>`. */
function expects(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    const name = "value" in part && part.type !== 0 ? [String(part.value)] : [];
    const options = "options" in part ? Object.values(part.options).flatMap((option) => expects(option.value)) : [];
    return [...name, ...options, ..."children" in part ? expects(part.children) : []];
  });
}

describe.each(rooms)("the words of %s", (room) => {
  const books = languages.map((language) => [language, wordsOf(room, language)] as const);

  test("are the same keys in every language", () => {
    for (const [, words] of books) expect(Object.keys(words).sort()).toEqual(Object.keys(wordsOf(room, "es")).sort());
  });

  test("are sound messages that expect the same values in every language", () => {
    for (const key of Object.keys(wordsOf(room, "es"))) {
      const wanted = books.map(([language, words]) => [...new Set(expects(new IntlMessageFormat(words[key] ?? "", locales[language]).getAst()))].sort());
      for (const names of wanted) expect(names, `${room} ${key}`).toEqual(wanted[0]);
    }
  });

  test("say something, without a space too many", () => {
    for (const [language, words] of books) {
      for (const [key, text] of Object.entries(words)) {
        expect(text.trim(), `${language} ${key}`).not.toBe("");
        expect(text, `${language} ${key}`).not.toMatch(/ {2}|^ | $/);
      }
    }
  });

  test("are all used", () => {
    // `rung.${rung}.note`, `commitment.${kind}`: a part of the key, or all that follows one, may be said at run time.
    const dynamic = (key: string) => {
      const parts = key.split(".");
      return parts.some((_, index) => {
        const [before, after] = [parts.slice(0, index), parts.slice(index + 1)];
        const pattern = [...before, "\\$\\{[^}]+\\}", ...after].join("\\.");
        const open = [...before, "\\$\\{[^}]+\\}"].join("\\.");
        return index > 0 && (new RegExp(`\`${pattern}\``).test(source) || new RegExp(`\`${open}\``).test(source));
      });
    };
    const whole = (key: string) => source.includes(`"${key}"`);
    const unused = Object.keys(wordsOf(room, "es")).filter((key) => !whole(key) && !dynamic(key));
    expect(unused).toEqual([]);
  });
});

test("there are rooms with words", () => expect(rooms.length).toBeGreaterThan(4));

test("the browser's language is taken when we have it, else Spanish", () => {
  expect(languageFor(["en-US", "es"])).toBe("en");
  expect(languageFor(["arn", "es-CL"])).toBe("es");
  expect(languageFor(["fr"])).toBe("es");
  expect(languageFor([])).toBe("es");
});
