// A thread besides its events: what others owe on it, when nobody acted, what the person said; and where it is by its code.
import { useQuery } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

export function useThreadPromises(personId: string) {
  return useQuery({
    queryKey: ["person", personId, "thread", "promises"],
    queryFn: () => answer(api.GET("/api/v1/people/{id}/thread/promises", { params: { path: { id: personId } } })),
  });
}

/** Class 3: asked only by those who may read it. */
export function useThreadSayings(personId: string, enabled: boolean) {
  return useQuery({
    queryKey: ["person", personId, "thread", "words"],
    queryFn: () => answer(api.GET("/api/v1/people/{id}/thread/words", { params: { path: { id: personId } } })),
    enabled,
  });
}

/** A code is no secret and no name: it may be asked in an address. */
export function useThreadPlace(code: string) {
  return useQuery({
    queryKey: ["thread", code],
    queryFn: () => answer(api.GET("/api/v1/threads/{code}", { params: { path: { code } } })),
  });
}
