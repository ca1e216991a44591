// Who is here. One question to the server; every page may rely on `useMe()`.
import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { createContext, use, useCallback } from "react";
import { answer, api, type Schema } from "@/api/client";
import { asProblem } from "@/api/problem";
import { onSessionEnded } from "@/api/transport";
import { forgetThisSession } from "./appearance";

export type Me = Schema["Me"];

const meKey = ["me"];

/** `null`: nobody is signed in. */
async function fetchMe(): Promise<Me | null> {
  try {
    return await answer(api.GET("/api/v1/me"));
  } catch (error) {
    if (asProblem(error).status === 401) return null;
    throw error;
  }
}

export const useWhoIsHere = (): UseQueryResult<Me | null> => useQuery({ queryKey: meKey, queryFn: fetchMe, staleTime: Infinity });

/** For writes that answer with the new `me`: signing in, changing language. */
export function useSetMe(): (me: Me) => void {
  const client = useQueryClient();
  return useCallback((me: Me) => client.setQueryData(meKey, me), [client]);
}

/** Everything read so far belonged to another institution or person. */
export function useBecome(): (me: Me) => void {
  const client = useQueryClient();
  return useCallback(
    (me: Me) => {
      client.setQueryData(meKey, me);
      void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
    },
    [client],
  );
}

const MeContext = createContext<Me | null>(null);
export const MeProvider = MeContext.Provider;

export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error("a closed page was drawn without a session");
  return me;
}

/** Leaves by opening the door page anew, so that nothing stays in memory. */
export function leave(): void {
  onSessionEnded(null);
  forgetThisSession();
  window.location.assign("/entrar");
}

/** @throws Problem when the server could not be told: the session is still open, and the page must say so */
export async function signOut(): Promise<void> {
  try {
    await answer(api.DELETE("/api/v1/sessions/current"));
  } catch (error) {
    if (asProblem(error).worthRetrying) throw error;
  }
  leave();
}
