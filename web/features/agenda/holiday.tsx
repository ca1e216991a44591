// What a day is where the institution is: hours may be offered on a holiday all the same, by whoever knows that it is one.
import type { Holiday } from "@/features/referrals/agenda";
import { useLanguage, useWords } from "@/words/say";
import { agendaWords } from "./words";

export function HolidayName({ holiday: { name, name_en, is_to_confirm } }: { holiday: Holiday }) {
  const say = useWords(agendaWords);
  const language = useLanguage();
  return <>{say(is_to_confirm ? "holiday.maybe" : "holiday", { name: language === "en" ? name_en : name })}</>;
}
