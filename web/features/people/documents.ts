// The document of somebody without a RUN: three things to write, one text that travels ("passport:VEN:A1234567"). Pure.
export const documentKinds = ["passport", "other", "provisional_run", "ipe"] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface WrittenDocument {
  kind: DocumentKind | null;
  /** ISO 3166 alpha-3, or "" when nobody said it. */
  country: string;
  number: string;
}

const kindOf = (text: string): DocumentKind | null => documentKinds.find((kind) => kind === text) ?? null;

/** The two that Chile gives take no country. */
export const takesCountry = (kind: DocumentKind | null): boolean => kind !== "ipe" && kind !== "provisional_run";

/** Also what was written before there were three fields: all of it is the number. */
export function readDocument(text: string): WrittenDocument {
  const parts = text.split(":");
  if (parts.length < 2) return { kind: null, country: "", number: text };
  const [kind = "", country = ""] = parts;
  return { kind: kindOf(kind), country: parts.length > 2 ? country : "", number: parts.at(-1) ?? "" };
}

/** As it is kept while it is written, whatever is still missing. */
export function writeDocument({ kind, country, number }: WrittenDocument): string {
  const plain = number.replaceAll(":", "");
  return kind === null && country === "" && plain === "" ? "" : `${kind ?? ""}:${takesCountry(kind) ? country : ""}:${plain}`;
}

/** As it travels; "" while there is no number. */
export function sentDocument(text: string): string {
  const { kind, country, number } = readDocument(text);
  if (number.trim() === "") return "";
  return [kind ?? "", ...(country && takesCountry(kind) ? [country] : []), number.trim()].join(":");
}

/** What can be seen to be wrong; the server normalises the rest. */
export function documentError(text: string): "error.document_kind" | "error.document_number" | undefined {
  const { kind, number } = readDocument(text);
  if (number.trim() === "") return undefined;
  if (kind === null) return "error.document_kind";
  return /^[a-z\d]{3,20}$/i.test(number.replace(/[\s./-]/g, "")) ? undefined : "error.document_number";
}
