// Beside the week: how many hours are free and who waits for one; or, once one is open, that hour.
import { useEffect, useRef, useState } from "react";
import { serverNow } from "@/api/transport";
import { Button, TextLink } from "@/design/button";
import { usePhone } from "@/design/phone";
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
  const top = useRef<HTMLDivElement>(null);
  const slot = agenda.slots.find(({ id }) => id === shown.hour);
  const free = slot && slot.held < slot.places ? slot : undefined;
  const given = agenda.appointments.find(({ id, slot_id, status }) => id === shown.hour || (slot && !free && slot_id === slot.id && status !== "moved" && status !== "cancelled"));
  // Whoever came by the keyboard goes on from what was opened, after the page's own arrival; and from it as it stands now, once what
  // was done with it took its form away.
  const standing = `${shown.hour} ${given?.status ?? ""}`;
  useEffect(() => {
    const timer = setTimeout(() => top.current?.focus(), 0);
    return () => clearTimeout(timer);
  }, [standing]);
  if (shown.hour === "") return <Idle agenda={agenda} shown={shown} />;
  const back = addressOf({ week: shown.week, day: shown.day });
  return (
    <div className="agenda__hour" ref={top} tabIndex={-1}>
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
  const isPhone = usePhone();
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
          {offering && <OfferForm agenda={agenda} week={shown.week} onDone={() => setOffering(false)} />}
        </div>
      )}
      {!isPhone && <Waiting />}
    </>
  );
}
