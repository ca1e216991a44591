import assert from "node:assert/strict";
import { test } from "node:test";
import { checkWords, wordsOf } from "./words.mjs";

const findings = (tree) => Object.values(checkWords(tree)).flat();

test("a word over several lines and literals is read whole", () => {
  const source = 'inline constexpr Word k_a{"a_b", // "why"\n  "Diga \\"sí\\" "\n  "o no; da igual.",\n  "Say yes or no."};';
  assert.deepEqual(wordsOf("src/a.hpp", source), [
    { path: "src/a.hpp", at: "src/a.hpp:1", code: "a_b", es: 'Diga \\"sí\\" o no; da igual.', en: "Say yes or no." },
  ]);
});

test("a silent language, an untranslated sentence and an odd code are found", () => {
  assert.match(findings({ "src/a.hpp": 'constexpr Word k_a{"a", "", "Yes."};' })[0], /nothing in Spanish/);
  assert.match(findings({ "src/a.hpp": 'constexpr Word k_a{"a", "Sí.", " "};' })[0], /nothing in English/);
  assert.match(findings({ "src/a.hpp": 'constexpr Word k_a{"a", "Las dos.", "Las dos."};' })[0], /not translated/);
  assert.match(findings({ "src/a.hpp": 'constexpr Word k_a{"A b", "Sí.", "Yes."};' })[0], /snake_case/);
  assert.match(findings({ "src/a.hpp": 'const Word k_a{"a", "Sí."};' })[0], /snake_case/);
});

test("one code with two sentences in two rooms is found, the same sentence twice is not", () => {
  const word = 'constexpr Word k_a{"a", "Sí.", "Yes."};';
  assert.deepEqual(findings({ "src/a.hpp": word, "src/b.hpp": word }), []);
  assert.match(findings({ "src/a.hpp": word, "src/b.hpp": word.replace("Sí", "No") })[0], /src\/b.hpp:1: a says another/);
});

test("a key of the web in one language only is found", () => {
  const tree = { "web/features/x/words.es.json": '{"a": "Sí", "b": ""}', "web/features/x/words.en.json": '{"a": "Yes"}' };
  assert.deepEqual(findings(tree), ["web/features/x/words.en.json: b is missing", "web/features/x/words.es.json: b says nothing"]);
});
