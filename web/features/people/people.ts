// People as this institution knows them: reading, searching, writing.
import { queryOptions, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";
import { k_arriving } from "@/words/say";

export type Person = Schema["Person"];
export type PersonInput = Schema["NewPerson"];
export type PersonPatch = Schema["PersonChange"];
export type PersonSearch = Schema["PersonQuery"];
export type PersonMatch = Schema["PossiblePerson"];
export type PersonMatches = Schema["FoundPeople"];
export type SafeContact = Schema["SafeContact"];
export type Channel = Schema["SafeChannel"];
export type SafeHours = Schema["SafeHours"];
export type ThreadEvent = Schema["ThreadEvent"];

const personOptions = (id: string) =>
  queryOptions({
    queryKey: ["person", id],
    queryFn: () => answer(api.GET("/api/v1/people/{id}", { params: { path: { id } } })),
  });

export const usePerson = (id: string) => useQuery(personOptions(id));

/** A search is a question with a person in it: it travels in a body, never in an address. */
export const searchPeople = (wanted: PersonSearch): Promise<PersonMatches> => answer(api.POST("/api/v1/people/search", { body: wanted }));

export function useCreatePerson(after: (person: Person) => void) {
  return useWrite<PersonInput, Person>((body, headers) => answer(api.POST("/api/v1/people", { body, headers })), after);
}

export interface PersonChange {
  id: string;
  /** The version that was on the screen. */
  version: number;
  patch: PersonPatch;
}

export function useChangePerson(after: (person: Person) => void) {
  const client = useQueryClient();
  return useWrite<PersonChange, Person>(
    ({ id, version, patch }, once) => answer(api.PATCH("/api/v1/people/{id}", { params: { path: { id }, header: ifMatch(version) }, body: patch, headers: once })),
    (person) => {
      client.setQueryData(personOptions(person.id).queryKey, person);
      void client.invalidateQueries({ queryKey: ["person", person.id, "views"] });
      after(person);
    },
  );
}

/** The events this institution may see, newest first. */
export function usePersonThread(id: string) {
  return useInfiniteQuery({
    queryKey: ["person", id, "thread"],
    queryFn: ({ pageParam }) => answer(api.GET("/api/v1/people/{id}/thread", { params: { path: { id }, query: pageParam ? { cursor: pageParam } : {} } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
}

/** Chile's comunas change about once in a decade. */
export function useComunas() {
  return useQuery({ queryKey: ["comunas"], queryFn: () => answer(api.GET("/api/v1/comunas")), staleTime: Infinity });
}

/** The name of a comuna; "…" while the list arrives, its code if none has it. */
export function useComunaName(): (cut: string | undefined) => string {
  const { data, isPending } = useComunas();
  return (cut) => (cut === undefined ? "" : isPending ? k_arriving : data?.items.find((comuna) => comuna.cut === cut)?.name ?? cut);
}
