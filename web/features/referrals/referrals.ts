// Referrals as the server tells them, and the only ways in which the pages change them.
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { answer, api, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";
import type { Sector } from "@/design/sector-mark";

export type Referral = Schema["Referral"];
export type Listed = Schema["ReferralListed"];
export type Action = Schema["ReferralAction"];
export type Status = Schema["ReferralStatus"];
export type Stage = Schema["ReferralStage"];
export type Box = Schema["Box"];
export type ForCoordinator = Schema["ForCoordinator"];
export type Reason = Schema["ReferralReason"];
export type Made = Schema["ReferralMoveMade"];
export type MoveRequest = Schema["ReferralMoveRequest"];
export type NewTry = Schema["NewReferralTry"];
export type Tried = Schema["ReferralTry"];
export type TryResult = Schema["ReferralTryResult"];
export type Package = Schema["ReferralPackage"];

/** As much of a referral as a step needs: the agenda knows no more. */
export type Movable = Pick<Referral, "id" | "version" | "possible" | "status" | "thread_code" | "moves" | "no_shows" | "place" | "service_id"> &
  Partial<Pick<Referral, "topic" | "package" | "person_id">>;

const k_ask_again = 60_000;
/** Beyond this somebody must ask for more: an office with three hundred open referrals has another problem. */
const k_pages_at_once = 10;

const referralKey = (id: string) => ["referral", id];

export function useReferral(id: string) {
  return useQuery({
    queryKey: referralKey(id),
    queryFn: () => answer(api.GET("/api/v1/referrals/{id}", { params: { path: { id } } })),
    enabled: id !== "",
  });
}

/** One stage of a box. What is still open is read whole, because it is shown by danger; what ended, a page at a time. */
export function useStage(box: Box, stage: Stage) {
  const query = useInfiniteQuery({
    queryKey: ["referrals", box, stage],
    queryFn: ({ pageParam }) => answer(api.GET("/api/v1/referrals", { params: { query: { box, stage, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    refetchInterval: k_ask_again,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  const readOn = stage !== "ended" && hasNextPage && !isFetching && !isError && (query.data?.pages.length ?? 0) < k_pages_at_once;
  useEffect(() => {
    if (readOn) void fetchNextPage({ cancelRefetch: false });
  }, [readOn, fetchNextPage]);
  return query;
}

export type StageQuery = ReturnType<typeof useStage>;

/** What whoever coordinates the network is told: what is contested, and what nobody answered. */
export function useCoordination() {
  return useInfiniteQuery({
    queryKey: ["referrals", "coordination"],
    queryFn: ({ pageParam }) => answer(api.GET("/api/v1/referrals/coordination", { params: { query: pageParam ? { cursor: pageParam } : {} } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    refetchInterval: k_ask_again,
  });
}

export interface ReferralMove {
  id: string;
  move: MoveRequest;
}

/** Everything that may show it is read again. */
function useTold(after?: (referral: Referral) => void) {
  const client = useQueryClient();
  return (referral: Referral) => {
    client.setQueryData(referralKey(referral.id), referral);
    void client.invalidateQueries({ queryKey: ["referrals"] });
    void client.invalidateQueries({ queryKey: ["commitments"] });
    void client.invalidateQueries({ queryKey: ["agenda"] });
    if (referral.person_id) void client.invalidateQueries({ queryKey: ["person", referral.person_id] });
    after?.(referral);
  };
}

/** A move answers with the referral as it now stands; every list that may hold it is read again. */
export function useMoveReferral(after?: (referral: Referral) => void) {
  const told = useTold(after);
  return useWrite<ReferralMove, Referral>(
    ({ id, move }, headers) => answer(api.POST("/api/v1/referrals/{id}/moves", { params: { path: { id } }, body: move, headers })),
    told,
  );
}

/** A try to ask the person: it moves nothing. */
export function useNoteTry(after?: (referral: Referral) => void) {
  const told = useTold(after);
  return useWrite<{ id: string; tried: NewTry }, Referral>(
    ({ id, tried }, headers) => answer(api.POST("/api/v1/referrals/{id}/tries", { params: { path: { id } }, body: tried, headers })),
    told,
  );
}

/** Somebody else was first: what stands now is read again, and what was written here stays. */
export function useReadAgain(): (id: string) => void {
  const client = useQueryClient();
  return (id) => {
    void client.invalidateQueries({ queryKey: referralKey(id) });
    void client.invalidateQueries({ queryKey: ["referrals"] });
    void client.invalidateQueries({ queryKey: ["agenda"] });
  };
}

export function useInstitutions() {
  return useQuery({ queryKey: ["institutions"], queryFn: () => answer(api.GET("/api/v1/institutions")), staleTime: 10 * k_ask_again });
}

/** The sector of an institution of the network, by its name or id; undefined for the others. */
export function useSectorOf(): (party: { id?: string; name: string }) => Sector | undefined {
  const { data } = useInstitutions();
  return ({ id, name }) => data?.items.find((one) => (id ? one.id === id : one.name === name))?.sector;
}
