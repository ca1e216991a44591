// What somebody must still do. Pages, the head's count and the person's own list read from here.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { answer, api, type Schema } from "@/api/client";

export type Commitment = Schema["Commitment"];
export type Which = "loose" | "due" | "open";

const k_ask_again = 60_000;

export interface CommitmentPage {
  items: Commitment[];
  next_cursor?: string | null;
}

const fetchCommitments = (state: Which, cursor?: string): Promise<CommitmentPage> =>
  answer(api.GET("/api/v1/commitments", { params: { query: { state, ...(cursor ? { cursor } : {}) } } }));

/** Imminent risk first, then by danger, then the oldest deadline. */
const dangerOrder: Record<Commitment["danger"], number> = { imminent: 0, high: 1, normal: 2 };
export const byDanger = (a: Commitment, b: Commitment): number =>
  dangerOrder[a.danger] - dangerOrder[b.danger] || a.due_at.localeCompare(b.due_at);
export const byDeadline = (a: Commitment, b: Commitment): number => a.due_at.localeCompare(b.due_at);

export function useCommitments(state: Which) {
  return useInfiniteQuery({
    queryKey: ["commitments", state],
    queryFn: ({ pageParam }) => fetchCommitments(state, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    refetchInterval: k_ask_again,
  });
}

export const itemsOf = (pages: readonly CommitmentPage[] | undefined): Commitment[] => pages?.flatMap((page) => page.items) ?? [];

/** For the head: how many are loose as far as was read; 0 while nothing is known. */
export function useLooseCount(): number {
  return itemsOf(useCommitments("loose").data?.pages).length;
}

/** One person's, open and loose, dangerous first. Filtered here too, for a server that answers more than was asked. */
export function useCommitmentsOf(personId: string) {
  return useQuery({
    queryKey: ["commitments", "of", personId],
    queryFn: async () => {
      const page = await answer(api.GET("/api/v1/commitments", { params: { query: { state: "open", person_id: personId } } }));
      return page.items.filter((item) => item.person_id === personId).sort(byDanger);
    },
  });
}
