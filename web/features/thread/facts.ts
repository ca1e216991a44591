// Everything the drawing needs, asked once: the whole thread as one's institution may see it, and what is still to be done.
import { useEffect, useMemo } from "react";
import { serverNow } from "@/api/transport";
import { useMinute } from "@/design/minute";
import { useCommitmentsOf } from "@/features/commitments/commitments";
import { usePersonThread } from "@/features/people/people";
import { useInstitutions } from "@/features/referrals/referrals";
import { useMe } from "@/shell/session";
import { storyOf, type Lane, type Story } from "./story";

/** Longer threads are drawn from their newest facts; the rest is one tap away in the list. */
const k_pages = 5;

export interface ThreadFacts {
  /** Undefined until it is known. */
  story: Story | undefined;
  /** Older facts that are not here yet. */
  more: (() => void) | undefined;
  problem: ReturnType<typeof usePersonThread>["error"];
  retry: () => void;
}

export function useThreadFacts(personId: string): ThreadFacts {
  const thread = usePersonThread(personId);
  const commitments = useCommitmentsOf(personId);
  const institutions = useInstitutions();
  const me = useMe();
  useMinute();
  const pages = thread.data?.pages.length ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = thread;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && pages < k_pages) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, pages]);
  const whole = thread.isSuccess && (!hasNextPage || pages >= k_pages);
  const minute = Math.floor(serverNow().getTime() / 60_000);
  const story = useMemo(() => {
    if (!whole || commitments.isPending || institutions.isPending) return undefined;
    const known: readonly Lane[] = institutions.data?.items ?? [];
    const own = me.institutions[0]?.sector ?? "helpline";
    return storyOf({
      events: thread.data?.pages.flatMap((page) => page.items) ?? [],
      commitments: commitments.data?.items ?? [],
      gaps: [],
      institution: (name) => known.find((institution) => institution.name === name) ?? { id: name, name, sector: own },
      now: new Date(minute * 60_000),
    });
  }, [whole, thread.data, commitments.isPending, commitments.data, institutions.isPending, institutions.data, me, minute]);
  return {
    story,
    more: hasNextPage && pages >= k_pages ? () => void fetchNextPage() : undefined,
    problem: thread.error ?? commitments.error,
    retry: () => void (thread.isError ? thread.refetch() : commitments.refetch()),
  };
}
