// Who can help this person: the directory's answer, asked by what decides it and never by who it is.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

export interface Question {
  topic?: string;
  age?: number;
  comuna?: string;
  /** Words of a name or an institution. */
  q?: string;
}

const k_shown = 12;

export function useMatch(question: Question) {
  const asked = Object.keys(question).length > 0;
  return useQuery({
    queryKey: ["directory", "match", question],
    // Whoever is referred is not helped this minute: a place that opens tomorrow fits.
    queryFn: () => answer(api.GET("/api/v1/directory/match", { params: { query: { ...question, any_time: true, limit: k_shown } } })),
    enabled: asked,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** One service whole; nothing is asked before one was chosen. */
export function useService(id: string) {
  return useQuery({
    queryKey: ["directory", "entry", id],
    queryFn: () => answer(api.GET("/api/v1/directory/services/{id}", { params: { path: { id } } })),
    enabled: id !== "",
  });
}

/** What decides who can help somebody: age, place and topic. */
export function questionFor(person: { comuna?: string }, age: number | undefined, topic: string, words = ""): Question {
  return { ...(topic ? { topic } : {}), ...(age === undefined ? {} : { age }), ...(person.comuna ? { comuna: person.comuna } : {}), ...(words.trim() ? { q: words.trim() } : {}) };
}
