// The emergency numbers of this installation, as who answers for it keeps them.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";
import { useLanguage } from "@/words/say";

export type EmergencyEntry = Schema["EmergencyEntry"];
export type Assurance = Schema["Assurance"];

const key = ["directory", "emergency"];

export function useEmergencyNumbers() {
  return useQuery({ queryKey: [...key, useLanguage()], queryFn: () => answer(api.GET("/api/v1/directory/emergency-numbers")) });
}

function useDecided(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: key });
}

export const useConfirmNumber = () =>
  useWrite<Schema["EmergencyConfirmation"], EmergencyEntry>((body, headers) => answer(api.POST("/api/v1/directory/emergency-numbers/confirmations", { body, headers })), useDecided());

export const useWithdrawNumber = () =>
  useWrite<Schema["EmergencyWithdrawal"], EmergencyEntry>((body, headers) => answer(api.POST("/api/v1/directory/emergency-numbers/withdrawals", { body, headers })), useDecided());
