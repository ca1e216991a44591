// How far this installation is from attending its first person, as far as the server can tell.
import { useMatch } from "./directory";
import { useEmergencyNumbers } from "./emergency";
import { emptyQuestion } from "./question";
import { useStaff } from "@/features/access/staff-data";

export interface Setup {
  numbers: { shown: number; all: number; undecided: number };
  rows: number;
  people: number;
}

/** `undefined` until everything was answered. */
export function useSetup(): Setup | undefined {
  const { data: numbers } = useEmergencyNumbers();
  const { data: rows } = useMatch({ ...emptyQuestion, when: "any" });
  const { data: staff } = useStaff();
  if (!numbers || !rows || !staff) return undefined;
  return {
    numbers: {
      shown: numbers.items.filter((one) => one.is_shown).length,
      all: numbers.items.length,
      undecided: numbers.items.filter((one) => one.decision === undefined || (one.decision === "confirmed" && !one.is_shown)).length,
    },
    rows: rows.match_total + rows.near_miss_total,
    people: staff.items.length,
  };
}
