// Beside the week: how many hours are free and who waits for one; or, once one is open, that hour.
import { useState } from "react";
import { serverNow } from "@/api/transport";
import { Button, TextLink } from "@/design/button";
import type { AgendaDays } from "@/features/referrals/agenda";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { addressOf, type Shown } from "./address";
import { FreeHour } from "./free-hour";
import { GivenHour } from "./given-hour";
import { OfferForm } from "./offer-form";
import { Waiting } from "./waiting";
import { countFree } from "./week";
import { agendaWords } from "./words";

export function Side({ agenda, shown }: { agenda: AgendaDays; shown: Shown }) {
  const say = useWords(agendaWords);
  if (shown.hour === "") return <Idle agenda={agenda} shown={shown} />;
  const back = addressOf({ week: shown.week, day: shown.day });
  const given = agenda.appointments.find(({ id }) => id === shown.hour);
  const free = agenda.slots.find(({ id }) => id === shown.hour);
  return (
    <div className="agenda__hour">
      <p className="no-print">
        <TextLink to={back} quiet>
          {say("back")}
        </TextLink>
      </p>
      {given && <GivenHour key={given.id} appointment={given} agenda={agenda} />}
      {!given && free && <FreeHour key={free.id} slot={free} agenda={agenda} week={shown.week} />}
      {!given && !free && <p>{say("gone")}</p>}
    </div>
  );
}

function Idle({ agenda, shown }: { agenda: AgendaDays; shown: Shown }) {
  const say = useWords(agendaWords);
  const may = useMe().permissions.includes("referral_move") && agenda.services.length > 0;
  const [offering, setOffering] = useState(false);
  const free = countFree(agenda, serverNow());
  return (
    <>
      <p className="agenda__number">
        {free > 0 && <b>{free}</b>} <span>{say("free.count", { count: free })}</span>
      </p>
      {agenda.services.length === 0 && <p className="aside-text">{say("no_services")}</p>}
      {may && (
        <div className="agenda__offer no-print">
          <Button weight="first" expanded={offering} onPress={() => setOffering(!offering)}>
            {say("offer")}
          </Button>
          {offering && <OfferForm services={agenda.services} week={shown.week} onDone={() => setOffering(false)} />}
        </div>
      )}
      <Waiting />
    </>
  );
}
