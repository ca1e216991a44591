// When, how long, by what means and where: the same for an hour that is free and one that is given.
import type { ReactNode } from "react";
import type { Slot } from "@/features/referrals/agenda";
import { referralWords } from "@/features/referrals/words";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { endOf } from "./week";
import { agendaWords } from "./words";

interface HourFactsProps {
  hour: Pick<Slot, "starts_at" | "minutes" | "channel" | "place">;
  service: string;
  children: ReactNode;
}

export function HourFacts({ hour, service, children }: HourFactsProps) {
  const say = useWords(agendaWords);
  const sayOf = useWords(referralWords);
  const dates = useDates();
  return (
    <>
      <h2 className="agenda__when">{say("when", { day: dates.shortDay(hour.starts_at), from: dates.hour(hour.starts_at), until: dates.hour(endOf(hour)) })}</h2>
      {children}
      <p>{[service, sayOf(`channel.${hour.channel}`), hour.place].filter(Boolean).join(" · ")}</p>
    </>
  );
}
