// Contacts with people, as the server keeps them: reading, finding, writing, moving.
import { queryOptions, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";
import type { Definition } from "@/forms/definition";

export type Contact = Schema["Contact"];
export type ContactItem = Schema["ContactItem"];
export type ContactQuery = Schema["ContactQuery"];
export type ContactPatch = Schema["ContactChange"];
export type ContactMove = Schema["ContactMove"];
export type ContactInput = Schema["NewContact"];
export type Earlier = Schema["EarlierContact"];
export type Disposition = Schema["Disposition"];
export type ContactChannel = Schema["ContactChannel"];
export type Moment = Schema["Moment"];
export type RiskLevel = Schema["RiskLevel"];

export const formName = "contact_writeup";

/** In the order of the server's list. From `silent` on it was no counselling: one tap closes it (src/features/attention/contact.hpp). */
export const notCounselling = ["wrong_number", "hung_up", "silent", "prank", "number_request", "test", "abusive", "complaint"] as const satisfies readonly Disposition[];
export const wasNoCounselling = (disposition: Disposition | undefined): boolean => notCounselling.some((one) => one === disposition);

export const channels = ["phone", "walk_in", "visit", "whatsapp", "sms", "email", "chat"] as const satisfies readonly ContactChannel[];

const contactOptions = (id: string) =>
  queryOptions({
    queryKey: ["contact", id],
    queryFn: () => answer(api.GET("/api/v1/contacts/{id}", { params: { path: { id } } })),
    // Opening is written in the person's record: it happens when somebody opens it, not when a window comes to the front.
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });

/** @param id "" while there is none to open */
export const useContact = (id: string) => useQuery({ ...contactOptions(id), enabled: id !== "" });

/** The questions a contact was written with. */
export function useContactForm(version: string | undefined) {
  return useQuery({
    queryKey: ["form", formName, version],
    queryFn: async () => {
      const path = { form: formName, version: version ?? "" };
      return (await answer(api.GET("/api/v1/forms/{form}/versions/{version}", { params: { path } }))) as unknown as Definition;
    },
    enabled: version !== undefined,
    staleTime: Infinity,
  });
}

/** The questions as they are asked today. */
export function useCurrentForm() {
  return useQuery({
    queryKey: ["form", formName],
    queryFn: async () => (await answer(api.GET("/api/v1/forms/{form}", { params: { path: { form: formName } } }))) as unknown as Definition,
    staleTime: 600_000,
  });
}

export function useColleagues() {
  return useQuery({ queryKey: ["colleagues"], queryFn: () => answer(api.GET("/api/v1/contacts/colleagues")), staleTime: 600_000 });
}

/** Everybody who attended, also who does no more: whose contacts one may look for. */
export function useAgents() {
  return useQuery({ queryKey: ["contacts", "agents"], queryFn: () => answer(api.GET("/api/v1/contacts/agents")), staleTime: 600_000 });
}

/** A search says who is looked for: it travels in a body. An empty question is the list, the newest first. */
export function useFoundContacts(question: ContactQuery) {
  return useInfiniteQuery({
    queryKey: ["contacts", JSON.stringify(question)],
    queryFn: ({ pageParam }) => answer(api.POST("/api/v1/contacts/search", { body: { ...question, ...(pageParam ? { cursor: pageParam } : {}) } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
}

export function useVersions(id: string) {
  return useQuery({ queryKey: ["contact", id, "versions"], queryFn: () => answer(api.GET("/api/v1/contacts/{id}/versions", { params: { path: { id } } })) });
}

/** Puts a contact that came back from a write where every page reads it. */
export function useKeep(): (contact: Contact) => void {
  const client = useQueryClient();
  return (contact) => {
    client.setQueryData(contactOptions(contact.id).queryKey, contact);
    void client.invalidateQueries({ queryKey: ["contacts"] });
    void client.invalidateQueries({ queryKey: ["contact", contact.id, "versions"] });
    void client.invalidateQueries({ queryKey: ["drafts"] });
    if (contact.person_id) void client.invalidateQueries({ queryKey: ["person", contact.person_id, "thread"] });
  };
}

export function useCreateContact(after: (contact: Contact) => void) {
  const keep = useKeep();
  return useWrite<ContactInput, Contact>(
    (body, headers) => answer(api.POST("/api/v1/contacts", { body, headers })),
    (contact) => {
      keep(contact);
      after(contact);
    },
  );
}

export interface ContactChange {
  id: string;
  /** The version that was on the screen. */
  version: number;
  patch: ContactPatch;
}

export const sendChange = ({ id, version, patch }: ContactChange, headers: { "Idempotency-Key": string }): Promise<Contact> =>
  answer(api.PATCH("/api/v1/contacts/{id}", { params: { path: { id }, header: ifMatch(version) }, body: patch, headers }));

export function useChangeContact(after?: (contact: Contact) => void) {
  const keep = useKeep();
  return useWrite<ContactChange, Contact>(sendChange, (contact) => {
    keep(contact);
    after?.(contact);
  });
}

export interface ContactAct {
  id: string;
  move: ContactMove;
}

export function useMoveContact(after?: (contact: Contact, act: ContactAct) => void) {
  const keep = useKeep();
  return useWrite<ContactAct, Contact>(
    ({ id, move }, headers) => answer(api.POST("/api/v1/contacts/{id}/moves", { params: { path: { id } }, body: move, headers })),
    (contact, act) => {
      keep(contact);
      after?.(contact, act);
    },
  );
}

export function useMyDrafts() {
  return useQuery({ queryKey: ["drafts"], queryFn: () => answer(api.GET("/api/v1/drafts")) });
}
