// The words of a feature in every language, under keys that name a meaning. Sentences are ICU messages, never joined pieces.
export const languages = ["es", "en"] as const;
export type Language = (typeof languages)[number];

/** The locale that writes dates and numbers for each language: Chile's Spanish, and English with day before month. */
export const locales: Record<Language, string> = { es: "es-CL", en: "en-GB" };

export type WordBook<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** Binds a feature's `words.es.json` and `words.en.json`. A key missing in English does not compile. */
export function wordBook<Key extends string>(es: Record<Key, string>, en: Record<NoInfer<Key>, string>): WordBook<Key> {
  return { es, en };
}

/** The language to begin with, before anybody has said one: the browser's if we have it, else Spanish. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const match = languages.find((language) => tag.toLowerCase().startsWith(language));
    if (match) return match;
  }
  return "es";
}
