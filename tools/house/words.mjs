// Every sentence the product says is complete in both languages, and a code means one thing.
// Reads the `Word name{"code", "es", "en"}` constants of C++ and the words.es.json / words.en.json pairs of the web.
import { fileURLToPath } from "node:url";
import { conclude, lineOf, readTree } from "./tree.mjs";

const literal = String.raw`(?:"(?:[^"\\]|\\.)*"\s*)+`;
const wordStart = /\bWord\s+\w+\s*(?:=\s*)?(?:Word\s*)?\{/g;
const threeLiterals = new RegExp(String.raw`\s*(${literal}),\s*(${literal}),\s*(${literal}),?\s*\}`, "y");

const joined = (literals) => [...literals.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((found) => found[1]).join("");
// Comments may hold quotation marks.
const withoutComments = (text) => text.replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*/g, (all, string) => string ?? "");

export function wordsOf(path, source) {
  const text = withoutComments(source);
  return [...text.matchAll(wordStart)].map((found) => {
    threeLiterals.lastIndex = found.index + found[0].length;
    const [code, es, en] = (threeLiterals.exec(text) ?? []).slice(1).map(joined);
    return { path, at: `${path}:${lineOf(text, found.index)}`, code, es, en };
  });
}

function checkCpp(tree) {
  const incomplete = [];
  const twofold = [];
  const byCode = new Map();
  for (const [path, text] of Object.entries(tree)) {
    if (!/^src\/.*\.(hpp|cpp)$/.test(path) || path.endsWith("_test.cpp")) continue;
    for (const word of wordsOf(path, text)) {
      if (!word.code?.match(/^[a-z][a-z0-9_.]*$/)) incomplete.push(`${word.at}: its code is not snake_case literals`);
      else if (!word.es?.trim()) incomplete.push(`${word.at}: ${word.code} says nothing in Spanish`);
      else if (!word.en?.trim()) incomplete.push(`${word.at}: ${word.code} says nothing in English`);
      else if (word.es === word.en && word.es.includes(" ")) incomplete.push(`${word.at}: ${word.code} is not translated`);
      const first = byCode.get(word.code);
      // One file may say the same refusal in several ways ("a number is expected", "a text is expected").
      if (first && first.path !== path && (first.es !== word.es || first.en !== word.en)) twofold.push(`${word.at}: ${word.code} says another thing than at ${first.at}`);
      else byCode.set(word.code, word);
    }
  }
  return { incomplete, twofold };
}

function checkWeb(tree) {
  const findings = [];
  for (const path of Object.keys(tree).filter((path) => /words\.(es|en)\.json$/.test(path))) {
    const twin = path.replace(/(es|en)\.json$/, (_, language) => `${language === "es" ? "en" : "es"}.json`);
    const mine = JSON.parse(tree[path]);
    const theirs = tree[twin] ? JSON.parse(tree[twin]) : {};
    for (const [key, text] of Object.entries(mine)) {
      if (!(key in theirs)) findings.push(`${twin}: ${key} is missing`);
      if (typeof text !== "string" || text.trim() === "") findings.push(`${path}: ${key} says nothing`);
    }
  }
  return findings;
}

export function checkWords(tree) {
  const { incomplete, twofold } = checkCpp(tree);
  return {
    "each Word has a code, Spanish and English": incomplete,
    "a code means one thing in every room": twofold,
    "the web's words exist in both languages": checkWeb(tree),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  conclude(checkWords(readTree((path) => /^src\/.*\.[ch]pp$|^web\/.*\.json$/.test(path) && !path.endsWith("-lock.json"))));
