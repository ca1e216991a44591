// What somebody must still do. The home, the head's count and the person's own list read from here, in the server's order.
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";

export type Commitment = Schema["Commitment"];
export type CommitmentList = Schema["CommitmentList"];
export type RequestedCommitment = Schema["RequestedCommitment"];
/** What is loose, what falls due soon, all that is open, and of that what one holds oneself. */
export type Which = "loose" | "due" | "open" | "mine";
export type CommitmentMove = Schema["CommitmentMove"];

const k_ask_again = 60_000;

function fetchCommitments(which: Which, cursor?: string): Promise<CommitmentList> {
  const asked = which === "mine" ? ({ state: "open", mine: true } as const) : { state: which };
  return answer(api.GET("/api/v1/commitments", { params: { query: { ...asked, ...(cursor ? { cursor } : {}) } } }));
}

export function useCommitments(which: Which) {
  return useInfiniteQuery({
    queryKey: ["commitments", which],
    queryFn: ({ pageParam }) => fetchCommitments(which, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor,
    refetchInterval: k_ask_again,
  });
}

export type CommitmentQuery = ReturnType<typeof useCommitments>;

export const itemsOf = (query: Pick<CommitmentQuery, "data">): Commitment[] => query.data?.pages.flatMap((page) => page.items) ?? [];

/** The product's one number; undefined while it is not known. */
export const looseCountOf = (query: Pick<CommitmentQuery, "data">): number | undefined => query.data?.pages.at(-1)?.loose_count;

/** How many a list holds, once all of it was read; undefined before: "50" would not be true of 200. */
export const wholeCountOf = (query: CommitmentQuery | RequestedQuery): number | undefined =>
  query.isSuccess && !query.hasNextPage ? query.data.pages.reduce((sum, page) => sum + page.items.length, 0) : undefined;

/** For the head: 0 while nothing is known. */
export function useLooseCount(): number {
  return looseCountOf(useCommitments("loose")) ?? 0;
}

/** What other institutions owe one's own: its state and no more. */
export function useRequested() {
  return useInfiniteQuery({
    queryKey: ["commitments", "requested"],
    queryFn: ({ pageParam }) => answer(api.GET("/api/v1/commitments/requested", { params: { query: pageParam ? { cursor: pageParam } : {} } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor,
    refetchInterval: k_ask_again,
  });
}

export type RequestedQuery = ReturnType<typeof useRequested>;

/** One person's, open and loose. */
export function useCommitmentsOf(personId: string) {
  return useQuery({
    queryKey: ["commitments", "of", personId],
    queryFn: () => answer(api.GET("/api/v1/commitments", { params: { query: { state: "open", person_id: personId } } })),
  });
}

export interface CommitmentAct {
  id: string;
  move: CommitmentMove;
}

/** Taking, releasing… every list that holds it is read again. */
export function useMoveCommitment(after?: (commitment: Commitment) => void) {
  const client = useQueryClient();
  return useWrite<CommitmentAct, Commitment>(
    ({ id, move }, headers) => answer(api.POST("/api/v1/commitments/{id}/moves", { params: { path: { id } }, body: move, headers })),
    (commitment) => {
      void client.invalidateQueries({ queryKey: ["commitments"] });
      after?.(commitment);
    },
  );
}
