// What the two institutions agreed on: the level, and up to which class data usually travel.
import { useQuery } from "@tanstack/react-query";
import { answer, api, type Schema } from "@/api/client";
import { useMe } from "@/shell/session";

export function useAgreement(other: string | undefined): Schema["Agreement"] | undefined {
  const me = useMe();
  const may = me.permissions.includes("network_read");
  const { data } = useQuery({ queryKey: ["network"], queryFn: () => answer(api.GET("/api/v1/network")), enabled: may, staleTime: 300_000 });
  const own = me.institution.id;
  return data?.agreements.find(({ first_id, second_id }) => (first_id === own && second_id === other) || (second_id === own && first_id === other));
}
