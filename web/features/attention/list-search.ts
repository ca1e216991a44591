// From what is written over the list to the questions for the server. Pure. Nothing of it is ever part of an address.
import { readSearch } from "@/features/people/writing";
import { readDay } from "@/words/days";
import { instantIn } from "@/words/zone";
import type { PersonSearch } from "@/features/people/people";
import type { ContactQuery, Disposition } from "./contacts";

export interface ListForm {
  text: string;
  topic: string;
  agent: string;
  disposition: string;
  status: "" | "open" | "closed";
  from: string;
  until: string;
}

export const emptyList: ListForm = { text: "", topic: "", agent: "", disposition: "", status: "", from: "", until: "" };

/** Three groups of four letters or digits (src/platform/crypto/code.hpp), however they were typed. */
export const looksLikeReturnCode = (text: string): boolean => /^[0-9a-z]{4}[\s-]*[0-9a-z]{4}[\s-]*[0-9a-z]{4}$/i.test(text.trim()) && /[a-z]/i.test(text) && /[\d-]/.test(text);

export type ListFault = "from" | "until" | "order";

export interface ListQuestion {
  query: ContactQuery;
  /** Somebody to be found first: contacts are theirs. */
  person: PersonSearch | null;
}

/** What was written as questions, or the dates that cannot be. */
export function questionOf(form: ListForm, zone: string): ListQuestion | ListFault[] {
  const from = form.from.trim() === "" ? null : readDay(form.from);
  const until = form.until.trim() === "" ? null : readDay(form.until);
  const faults: ListFault[] = [];
  if (form.from.trim() !== "" && from === null) faults.push("from");
  if (form.until.trim() !== "" && until === null) faults.push("until");
  if (from !== null && until !== null && until < from) faults.push("order");
  if (faults.length > 0) return faults;
  const text = form.text.trim();
  const wanted: PersonSearch | null = text === "" ? null : looksLikeReturnCode(text) ? { return_code: text } : readSearch(text);
  const byCode = wanted && "thread_code" in wanted && wanted.thread_code ? { thread_code: wanted.thread_code } : null;
  const query: ContactQuery = {
    ...(byCode ?? {}),
    ...(form.topic ? { topic: form.topic } : {}),
    ...(form.agent ? { agent_id: form.agent } : {}),
    ...(form.disposition ? { disposition: form.disposition as Disposition } : {}),
    ...(form.status ? { status: form.status } : {}),
    ...(from ? { from: instantIn(zone, from, 0).toISOString() } : {}),
    // The last day is whole: until its midnight.
    ...(until ? { until: instantIn(zone, until, 24 * 60).toISOString() } : {}),
  };
  return { query, person: byCode ? null : wanted };
}
