// What a page does about agreements: propose, sign, decline, end; and what each level lets travel, before it is agreed.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";
import type { DataClass } from "@/design/data-classes";

export type Known = Schema["KnownAgreement"];
export type NewAgreement = Schema["NewAgreement"];
export type AgreementMove = Schema["AgreementMove"];
export type Effects = Schema["EndingEffects"];
type Agreement = Schema["Agreement"];

export type NewInstitution = Schema["FoundInstitution"];
type Institution = Schema["Institution"];

function useRead(after: (agreement: Agreement) => void) {
  const client = useQueryClient();
  return (agreement: Agreement) => {
    for (const queryKey of [["network"], ["institutions"]]) void client.invalidateQueries({ queryKey });
    after(agreement);
  };
}

export function usePropose(after: (agreement: Agreement) => void) {
  return useWrite<NewAgreement, Agreement>((body, headers) => answer(api.POST("/api/v1/agreements", { body, headers })), useRead(after));
}

export function useMoveAgreement(after: (agreement: Agreement) => void) {
  return useWrite<{ id: string; move: AgreementMove }, Agreement>(
    ({ id, move }, headers) => answer(api.POST("/api/v1/agreements/{id}/moves", { params: { path: { id } }, body: move, headers })),
    useRead(after),
  );
}

export function useFound(after: (institution: Institution) => void) {
  const client = useQueryClient();
  return useWrite<NewInstitution, Institution>(
    (body, headers) => answer(api.POST("/api/v1/institutions", { body, headers })),
    (institution) => {
      for (const queryKey of [["network"], ["institutions"]]) void client.invalidateQueries({ queryKey });
      after(institution);
    },
  );
}

export const useEnding = (id: string) =>
  useQuery({ queryKey: ["agreement", id, "ending"], queryFn: () => answer(api.GET("/api/v1/agreements/{id}/ending", { params: { path: { id } } })), gcTime: 0 });

/** How each data class may travel at a level: the server says how high it goes by itself. */
export type May = "yes" | "hand" | "each" | "sealed";
export const mayTravel = (data_class: DataClass, limit: number): May =>
  data_class === 4 ? "sealed" : data_class === 3 ? "each" : data_class <= limit ? "yes" : "hand";

/** The one that asks something of me first, then what is to come or in force, then what is over. */
const order: readonly Known["standing"][] = ["proposed", "to_come", "in_force", "ended", "declined"];
export const inOrder = (known: readonly Known[]): Known[] =>
  [...known].sort((one, other) => Number(other.may_sign) - Number(one.may_sign) || order.indexOf(one.standing) - order.indexOf(other.standing) || other.starts_on.localeCompare(one.starts_on));

/** A year from its first day, less a day. */
export function yearFrom(day: string): string {
  const last = new Date(`${day}T00:00:00Z`);
  last.setUTCFullYear(last.getUTCFullYear() + 1);
  last.setUTCDate(last.getUTCDate() - 1);
  return last.toISOString().slice(0, 10);
}
