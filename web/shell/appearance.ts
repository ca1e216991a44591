// How a person prefers to see Hebra: theme, letter, language. Kept on their own computer; on a shared one, until they leave.
import { useSyncExternalStore } from "react";
import { languageFor, type Language } from "@/words/book";

export const themes = ["system", "paper", "night", "contrast"] as const;
export type Theme = (typeof themes)[number];
export const letters = ["normal", "large"] as const;
export type Letter = (typeof letters)[number];

export interface Appearance {
  theme: Theme;
  letter: Letter;
  language: Language;
}

/** Also written in public/appearance.js, which paints before this loads. */
export const appearanceKey = "hebra.appearance";
const sharedKey = "hebra.shared";

const oneOf = <Value extends string>(values: readonly Value[], value: unknown, otherwise: Value): Value =>
  values.find((candidate) => candidate === value) ?? otherwise;

/** Reads what was stored; anything unreadable is the beginning again. */
export function readAppearance(stored: string | null, browserLanguages: readonly string[]): Appearance {
  let kept: Partial<Record<keyof Appearance, unknown>> = {};
  try {
    const parsed: unknown = JSON.parse(stored ?? "{}");
    if (typeof parsed === "object" && parsed !== null) kept = parsed;
  } catch {
    // Someone else's text under our key: begin again.
  }
  return {
    theme: oneOf(themes, kept.theme, "system"),
    letter: oneOf(letters, kept.letter, "normal"),
    language: oneOf(["es", "en"], kept.language, languageFor(browserLanguages)),
  };
}

function stored(): string | null {
  return sessionStorage.getItem(appearanceKey) ?? localStorage.getItem(appearanceKey);
}

let appearance = readAppearance(stored(), navigator.languages);
const listeners = new Set<() => void>();

export function changeAppearance(change: Partial<Appearance>): void {
  appearance = { ...appearance, ...change };
  const storage = sessionStorage.getItem(sharedKey) === null ? localStorage : sessionStorage;
  storage.setItem(appearanceKey, JSON.stringify(appearance));
  paint();
  listeners.forEach((listener) => listener());
}

export function paint(): void {
  const root = document.documentElement;
  if (appearance.theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = appearance.theme;
  if (appearance.letter === "large") root.dataset["letter"] = "large";
  else delete root.dataset["letter"];
}

/** On a shared computer nothing outlives the session. */
export function rememberShared(shared: boolean): void {
  if (shared) sessionStorage.setItem(sharedKey, "1");
  else sessionStorage.removeItem(sharedKey);
}

export function forgetThisSession(): void {
  sessionStorage.clear();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useAppearance = (): Appearance => useSyncExternalStore(listen, () => appearance);
