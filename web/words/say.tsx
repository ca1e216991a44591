// How a page speaks: `const say = useWords(words)`, then `say("loose.count", { count: 3 })`.
import { IntlMessageFormat } from "intl-messageformat";
import { createContext, Fragment, use, useMemo, type ReactNode } from "react";
import { locales, type Language, type WordBook } from "./book";

export type Values = Readonly<Record<string, string | number | Date>>;

export interface Say<Key extends string> {
  (key: Key, values?: Values): string;
  /** For sentences with <b>weight</b> or <voice>a person's own words</voice>. */
  rich: (key: Key, values?: Values) => ReactNode;
}

/** Instead of a name that is being asked: its code says nothing to whoever reads. */
export const k_arriving = "…";

const LanguageContext = createContext<Language>("es");
export const LanguageProvider = LanguageContext.Provider;
export const useLanguage = (): Language => use(LanguageContext);

const compiled = new Map<string, IntlMessageFormat>();

function message(text: string, language: Language): IntlMessageFormat {
  const id = `${language} ${text}`;
  const known = compiled.get(id);
  if (known) return known;
  const fresh = new IntlMessageFormat(text, locales[language]);
  compiled.set(id, fresh);
  return fresh;
}

const tags = {
  b: (parts: ReactNode[]) => <b>{parts}</b>,
  voice: (parts: ReactNode[]) => <span className="voice">«{parts}»</span>,
};

function keyed(parts: ReactNode): ReactNode {
  return Array.isArray(parts) ? parts.map((part: ReactNode, index) => <Fragment key={index}>{part}</Fragment>) : parts;
}

/** Says one sentence without React: for tests, titles and errors. */
export function speak<Key extends string>(book: WordBook<Key>, language: Language, key: Key, values: Values = {}): string {
  return String(message(book[language][key], language).format({ ...values }));
}

export function useWords<Key extends string>(book: WordBook<Key>): Say<Key> {
  const language = useLanguage();
  return useMemo(() => {
    const say = (key: Key, values: Values = {}) => speak(book, language, key, values);
    const rich = (key: Key, values: Values = {}) => {
      const parts = message(book[language][key], language).format<ReactNode>({
        ...values,
        b: (chunks) => tags.b(chunks as ReactNode[]),
        voice: (chunks) => tags.voice(chunks as ReactNode[]),
      });
      return keyed(parts);
    };
    return Object.assign(say, { rich });
  }, [book, language]);
}
