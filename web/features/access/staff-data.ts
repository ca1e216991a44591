// Who works in the institution, as its administrator keeps it. Whoever may only look gets no acts.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";

export type Member = Schema["Member"];
export type Role = Schema["Role"];

export const roles: readonly Role[] = [
  "agent", "supervisor", "intake", "mesa_coordinator", "territorial", "contact_officer", "exit_validator", "family_counsellor",
  "care_lead", "regional", "privacy_officer", "admin",
];

const k_key = ["staff"];

export const useStaff = () => useQuery({ queryKey: k_key, queryFn: () => answer(api.GET("/api/v1/staff")) });

function useAgain(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: k_key });
}

export function useInvite(after: (invited: Schema["Invited"], email: string) => void) {
  const again = useAgain();
  return useWrite<Schema["NewInvitation"], Schema["Invited"]>(
    (body, headers) => answer(api.POST("/api/v1/invitations", { body, headers })),
    (invited, { email }) => {
      again();
      after(invited, email);
    },
  );
}

/** What an act on an invitation needs. */
export interface OpenInvitation {
  id: string;
  version: number;
  email: string;
}

export function useInviteAgain(after: (invited: Schema["Invited"], invitation: OpenInvitation) => void) {
  const again = useAgain();
  return useWrite<OpenInvitation, Schema["Invited"]>(
    ({ id, version }, headers) => answer(api.POST("/api/v1/invitations/{id}/links", { params: { path: { id } }, body: { version }, headers })),
    (invited, invitation) => {
      again();
      after(invited, invitation);
    },
  );
}

export function useWithdraw(after: () => void) {
  const again = useAgain();
  return useWrite<OpenInvitation, unknown>(
    ({ id, version }, headers) =>
      answer(api.DELETE("/api/v1/invitations/{id}", { params: { path: { id } }, headers: { ...headers, "If-Match": `"${version}"` } })),
    () => {
      again();
      after();
    },
  );
}

export function useSetRoles(after: () => void) {
  const again = useAgain();
  return useWrite<{ id: string; roles: readonly Role[] }, unknown>(
    ({ id, roles: chosen }, headers) =>
      answer(api.PUT("/api/v1/staff/{id}/roles", { params: { path: { id } }, body: { roles: [...chosen] }, headers })),
    () => {
      again();
      after();
    },
  );
}

export function useMoveMember(after: (action: Schema["MemberAction"]) => void) {
  const again = useAgain();
  return useWrite<{ id: string; action: Schema["MemberAction"] }, unknown>(
    ({ id, action }, headers) => answer(api.POST("/api/v1/staff/{id}/moves", { params: { path: { id } }, body: { action }, headers })),
    (_, { action }) => {
      again();
      after(action);
    },
  );
}
