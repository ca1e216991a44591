// Whom to call now, by the directory: only what somebody confirmed, while that lasts, can be tapped.
import { useQuery } from "@tanstack/react-query";
import { answer, api, type Schema } from "@/api/client";

export interface CrisisLine {
  id: string;
  name: string;
  contact: string;
  /** "tel:…", given by the server only while its confirmation lasts. */
  uri: string;
}

const k_shown = 3;

function linesOf(match: Schema["ShownMatch"]): CrisisLine[] {
  const { id, name, channels } = match.service;
  return channels.filter(({ kind, uri }) => kind === "phone" && uri !== "").map(({ contact, uri }) => ({ id: `${id} ${contact}`, name, contact, uri }));
}

/** Lines that attend a person at risk at this hour, whose number is confirmed. Often none: then the page says so. */
export function useCrisisLines() {
  return useQuery({
    queryKey: ["crisis-lines"],
    queryFn: async () => {
      const found = await answer(api.GET("/api/v1/directory/match", { params: { query: { topic: "suicide_risk" } } }));
      return found.matches.flatMap(linesOf).slice(0, k_shown);
    },
    staleTime: 300_000,
  });
}
