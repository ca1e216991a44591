// The agenda of an institution: at one side what waits for an hour, or the hour that is open; on the sheet, the week.
import { useEffect } from "react";
import { useLocation } from "wouter";
import { Busy } from "@/design/busy";
import { usePhone } from "@/design/phone";
import { Sheet } from "@/design/sheet";
import { Trouble } from "@/design/trouble";
import { useAgenda, useDayOf } from "@/features/referrals/agenda";
import { usePageTitle } from "@/shell/page";
import { useWords } from "@/words/say";
import { addressOf, useShown } from "./address";
import { Side } from "./side";
import { Waiting } from "./waiting";
import { WeekSheet } from "./week-sheet";
import { mondayOf } from "./week";
import { agendaWords } from "./words";
import "./agenda.css";

const k_week = 7;

export function Page() {
  const say = useWords(agendaWords);
  const shown = useShown();
  const agenda = useAgenda(shown.week, k_week);
  const isGone = useGoToSought(shown.sought);
  const isPhone = usePhone();
  usePageTitle(say("title"));
  return (
    <div className={shown.hour === "" ? "agenda" : "agenda agenda--open"}>
      <div className="agenda__side">
        <h1>{say("title")}</h1>
        {isGone && <p role="status">{say("gone")}</p>}
        {agenda.data && <Side agenda={agenda.data} shown={shown} />}
      </div>
      <Sheet labelledBy="week-title" look="column">
        {agenda.isPending && (
          <>
            <h2 id="week-title" className="only-heard">
              {say("title")}
            </h2>
            <Busy waiting />
          </>
        )}
        {agenda.error && (
          <>
            <h2 id="week-title">{say("trouble")}</h2>
            <Trouble problem={agenda.error} onRetry={() => void agenda.refetch()} />
          </>
        )}
        {agenda.data && <WeekSheet agenda={agenda.data} shown={shown} />}
      </Sheet>
      {/* On a phone who waits comes after the day, for the Tab key too. */}
      {isPhone && agenda.data && shown.hour === "" && <div className="agenda__side"><Waiting /></div>}
    </div>
  );
}

/** A reminder names an appointment and no day: the server knows which. Whether there is no such hour. */
function useGoToSought(appointment: string): boolean {
  const { data: day, isError } = useDayOf(appointment);
  const [, go] = useLocation();
  useEffect(() => {
    if (appointment && day) go(addressOf({ week: mondayOf(day), day, hour: appointment }), { replace: true });
  }, [appointment, day, go]);
  return isError;
}
