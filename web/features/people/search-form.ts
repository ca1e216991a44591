// From what was written in the search to the question for the server. Pure.
import { sentDocument } from "./documents";
import type { PersonSearch } from "./people";
import { readDay } from "@/words/days";
import { readRun, readSearch } from "./writing";

export interface SearchForm {
  text: string;
  run: string;
  /** As `writeDocument` keeps it. */
  document: string;
  birth_date: string;
  return_code: string;
}

export const emptySearch: SearchForm = { text: "", run: "", document: "", birth_date: "", return_code: "" };

/** null when nothing was written. */
export function questionOf(form: SearchForm): PersonSearch | null {
  const run = readRun(form.run);
  const birth_date = readDay(form.birth_date);
  const document = sentDocument(form.document);
  const question: PersonSearch = {
    ...(form.text.trim() ? readSearch(form.text) : {}),
    ...(form.run.trim() ? { run: run.kind === "right" ? run.run : form.run.trim() } : {}),
    ...(document ? { document } : {}),
    ...(birth_date ? { birth_date } : {}),
    ...(form.return_code.trim() ? { return_code: form.return_code.trim() } : {}),
  };
  return Object.keys(question).length > 0 ? question : null;
}
