// What one was told and has not said to know. A socket says that there is more; without one it is asked every minute.
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { answer, api, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";

export type Notice = Schema["Notice"];
type NoticeList = Schema["NoticeList"];

const k_ask_again = 60_000;
const k_key = ["notices"];

export function useNotices() {
  return useInfiniteQuery({
    queryKey: k_key,
    queryFn: ({ pageParam }): Promise<NoticeList> =>
      answer(api.GET("/api/v1/notices", { params: { query: pageParam ? { cursor: pageParam } : {} } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor,
    refetchInterval: k_ask_again,
  });
}

export const noticesOf = (query: Pick<ReturnType<typeof useNotices>, "data">): Notice[] =>
  query.data?.pages.flatMap((page) => page.items) ?? [];

/** For the head: 0 while nothing is known. */
export function useNoticeCount(): number {
  return useNotices().data?.pages.at(-1)?.open_count ?? 0;
}

export function useAcknowledge(after?: (ids: readonly string[]) => void) {
  const client = useQueryClient();
  return useWrite<readonly string[], unknown>(
    (ids, headers) => answer(api.POST("/api/v1/notices/acknowledgements", { body: { ids: [...ids] }, headers })),
    (_, ids) => {
      void client.invalidateQueries({ queryKey: k_key });
      void client.invalidateQueries({ queryKey: ["commitments"] });
      after?.(ids);
    },
  );
}

const k_first_wait = 2_000;
const k_longest_wait = 60_000;

/** Listens for the server's word that something changed, as long as the page is open; comes back by itself, each time later. */
export function useLiveNotices(): void {
  const client = useQueryClient();
  useEffect(() => {
    if (typeof WebSocket === "undefined") return undefined;
    let socket: WebSocket | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = k_first_wait;
    let left = false;
    const connect = () => {
      socket = new WebSocket(`${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/api/v1/live`);
      socket.onopen = () => {
        wait = k_first_wait;
      };
      socket.onmessage = () => void client.invalidateQueries({ queryKey: k_key });
      socket.onclose = () => {
        if (left) return;
        timer = setTimeout(connect, wait);
        wait = Math.min(wait * 2, k_longest_wait);
      };
    };
    connect();
    return () => {
      left = true;
      clearTimeout(timer);
      socket?.close();
    };
  }, [client]);
}
