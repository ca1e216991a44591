// Whom to call when there is danger: the operator's own list. Only what somebody confirmed, while that lasts, can be dialled.
import { useQuery } from "@tanstack/react-query";
import { answer, api, type Schema } from "@/api/client";

export type EmergencyNumber = Schema["EmergencyEntry"];

/** Those confirmed first, in the operator's order; what was withdrawn is not among them. */
export function useEmergencyNumbers() {
  return useQuery({
    queryKey: ["emergency-numbers"],
    queryFn: async () => (await answer(api.GET("/api/v1/directory/emergency-numbers"))).items,
    staleTime: 300_000,
  });
}
