// Everything the drawing needs, asked once: the whole thread as one's institution may see it, and what is still to be done.
import { useEffect, useMemo, useState } from "react";
import { serverNow } from "@/api/transport";
import { useMinute } from "@/design/minute";
import { useCommitmentsOf } from "@/features/commitments/commitments";
import { usePersonThread } from "@/features/people/people";
import { useInstitutions } from "@/features/referrals/referrals";
import { useMe } from "@/shell/session";
import { storyOf, type Lane, type Story } from "./story";
import { useThreadPromises, useThreadSayings } from "./thread";

/** Longer threads are drawn from their newest facts; older ones come as many at a time, when they are asked for. */
const k_pages = 5;

export interface ThreadFacts {
  /** Undefined until it is known. */
  story: Story | undefined;
  /** There are older facts, and this brings them. */
  more: (() => void) | undefined;
  bringing: boolean;
  problem: ReturnType<typeof usePersonThread>["error"];
  retry: () => void;
}

export function useThreadFacts(personId: string): ThreadFacts {
  const me = useMe();
  const thread = usePersonThread(personId);
  const commitments = useCommitmentsOf(personId);
  const promises = useThreadPromises(personId);
  const mayHear = me.permissions.includes("contact_read");
  const sayings = useThreadSayings(personId, mayHear);
  const institutions = useInstitutions();
  useMinute();
  const pages = thread.data?.pages.length ?? 0;
  const [wanted, setWanted] = useState(k_pages);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = thread;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && pages < wanted) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, pages, wanted]);
  const whole = thread.isSuccess && (!hasNextPage || pages >= k_pages);
  const minute = Math.floor(serverNow().getTime() / 60_000);
  const story = useMemo(() => {
    if (!whole || commitments.isPending || promises.isPending || institutions.isPending || (mayHear && sayings.isPending)) return undefined;
    const known: readonly Lane[] = institutions.data?.items ?? [];
    const own = me.institutions[0]?.sector ?? "helpline";
    return storyOf({
      events: thread.data?.pages.flatMap((page) => page.items) ?? [],
      commitments: commitments.data?.items ?? [],
      owed: promises.data?.owed ?? [],
      lapses: promises.data?.lapses ?? [],
      sayings: sayings.data?.items ?? [],
      institution: (name) => known.find((institution) => institution.name === name) ?? { id: name, name, sector: own },
      now: new Date(minute * 60_000),
    });
  }, [whole, thread.data, commitments.isPending, commitments.data, promises.isPending, promises.data, sayings.isPending, sayings.data, mayHear, institutions.isPending, institutions.data, me, minute]);
  return {
    story,
    more: hasNextPage && pages >= k_pages ? () => setWanted(pages + k_pages) : undefined,
    bringing: isFetchingNextPage,
    problem: thread.error ?? commitments.error ?? promises.error ?? sayings.error,
    retry: () => {
      for (const query of [thread, commitments, promises, sayings]) if (query.isError) void query.refetch();
    },
  };
}
