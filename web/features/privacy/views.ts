// Who saw a person's record, as the server keeps it; and how the lines of one visit become one. Pure but for the query.
import { useInfiniteQuery } from "@tanstack/react-query";
import { answer, api, type Schema } from "@/api/client";

export type View = Schema["View"];
export type Only = Schema["ViewsOnly"];

/** Newest first. Reading them is recorded too. */
export function useViews(id: string, only?: Only) {
  return useInfiniteQuery({
    queryKey: ["person", id, "views", only ?? "all"],
    queryFn: ({ pageParam }) =>
      answer(api.GET("/api/v1/people/{id}/views", { params: { path: { id }, query: { ...(pageParam ? { cursor: pageParam } : {}), ...(only ? { only } : {}) } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
}

/** What was done, in words; an act of a room this version does not know is still an act. */
const acts = [
  "person.create", "person.view", "person.change", "person.relationship", "person.views", "person.disclosures", "person.erase", "person.erasure_preview", "thread.view", "thread.words", "thread.join", "contact.view",
  "contact.create", "contact", "referral.create", "referral.view", "referral.move", "referral.open_package", "referral.open_restricted", "referral.print", "referral.try", "referral", "referral_link.view", "referral_link.create", "referral_link.revoke",
  "referral_link.code_wrong", "referral_link", "commitment.list", "commitment", "directive.withdraw",
] as const;
export type Act = (typeof acts)[number] | "other";

/** The longest name that it begins with: "contact.view_file" is a "contact.view". */
export function actOf(action: string): Act {
  return [...acts].sort((one, other) => other.length - one.length).find((known) => action.startsWith(known)) ?? "other";
}

/** Everything one person did with the record in one sitting. */
export interface Visit {
  first: View;
  acts: Act[];
  fields: string[];
  purpose: View["purpose"];
}

/** A sitting was for the strongest of what it was for: whoever refers also notes data and opens the record. */
const strength: readonly View["purpose"][] = ["unsaid", "protect", "keep", "follow", "attend", "receive", "refer"];
const k_one_sitting = 30 * 60_000;

/** @param views newest first */
export function visitsOf(views: readonly View[]): Visit[] {
  const visits: Visit[] = [];
  let last: View | undefined;
  for (const view of views) {
    const visit = visits.at(-1);
    const same = last && !view.refused && !last.refused && view.mine === last.mine && view.actor_name === last.actor_name && view.institution_name === last.institution_name;
    const near = last && Date.parse(last.at) - Date.parse(view.at) <= k_one_sitting;
    const act = actOf(view.action);
    if (visit && same && near) {
      if (!visit.acts.includes(act)) visit.acts.push(act);
      visit.fields.push(...view.fields.filter((field) => !visit.fields.includes(field)));
      if (strength.indexOf(view.purpose) > strength.indexOf(visit.purpose)) visit.purpose = view.purpose;
    } else {
      visits.push({ first: view, acts: [act], fields: [...view.fields], purpose: view.purpose });
    }
    last = view;
  }
  return visits;
}
