// What a page does about one institution: what it is, and whom to call there when in doubt.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";

export type InstitutionPage = Schema["InstitutionPage"];
export type ContactPerson = Schema["ContactPerson"];
export type ContactPeople = Schema["ContactPeopleList"];

export const useInstitution = (id: string) =>
  useQuery({ queryKey: ["institution", id], queryFn: () => answer(api.GET("/api/v1/institutions/{id}", { params: { path: { id } } })) });

export type InstitutionChange = Schema["InstitutionChange"];

/** Its name and area are told all over: whatever names it is read anew. */
export function useCorrectInstitution(id: string, after: () => void) {
  const client = useQueryClient();
  return useWrite<{ change: InstitutionChange; version: number }, Schema["Institution"]>(
    ({ change, version }, headers) => answer(api.PATCH("/api/v1/institutions/{id}", { params: { path: { id }, header: ifMatch(version) }, headers, body: change })),
    () => {
      for (const queryKey of [["institution", id], ["institutions"], ["network"], ["directory"], ["me"]]) void client.invalidateQueries({ queryKey });
      after();
    },
  );
}

/** Work data about staff: read where it is needed, and not kept after. */
export const useContactPeople = (id: string, ask = true) =>
  useQuery({ queryKey: ["institution", id, "contacts"], queryFn: () => answer(api.GET("/api/v1/institutions/{id}/contacts", { params: { path: { id } } })), enabled: ask, gcTime: 0 });

export function useNameContacts(id: string, after: () => void) {
  const client = useQueryClient();
  return useWrite<{ people: ContactPerson[]; version: number }, ContactPeople>(
    ({ people, version }, headers) => answer(api.PUT("/api/v1/institutions/{id}/contacts", { params: { path: { id }, header: ifMatch(version) }, headers, body: { people } })),
    (named) => {
      client.setQueryData(["institution", id, "contacts"], named);
      after();
    },
  );
}
