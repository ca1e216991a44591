// What a person allowed and what travelled: reading it, and taking a consent back.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";

export type Disclosed = Schema["Disclosed"];
export type Withdrawal = Schema["Withdrawal"];

const keyOf = (id: string) => ["person", id, "disclosures"];

export const useDisclosures = (id: string, enabled = true) =>
  useQuery({ queryKey: keyOf(id), queryFn: () => answer(api.GET("/api/v1/people/{id}/disclosures", { params: { path: { id } } })), enabled });

export function useWithdraw(person: string, after: () => void) {
  const client = useQueryClient();
  return useWrite<{ directive: string; word: Withdrawal }, Schema["DisclosureList"]>(
    ({ directive, word }, headers) => answer(api.POST("/api/v1/people/{id}/directives/{directive}/withdrawal", { params: { path: { id: person, directive } }, body: word, headers })),
    (list) => {
      client.setQueryData(keyOf(person), list);
      for (const queryKey of [["person", person, "views"], ["person", person, "thread"], ["referrals"], ["referral"], ["commitments"]]) void client.invalidateQueries({ queryKey });
      after();
    },
  );
}

/** How a disclosure stands, for the person who allowed it. */
export type Standing = "in_force" | "withdrawn" | "revoked" | "expired";
export function standingOf(one: Disclosed): Standing {
  if (one.withdrawn_at) return "withdrawn";
  if (one.revoked_at) return "revoked";
  return one.in_force ? "in_force" : "expired";
}

/** One line for each consent or other basis: of a package that was added to, the newest version stands for all. */
export function newestOfEach(items: readonly Disclosed[]): Disclosed[] {
  return items.filter((one) => !items.some((other) => other.referral_id === one.referral_id && other.package_version > one.package_version));
}
