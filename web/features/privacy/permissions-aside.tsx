// Beside the sheet: to whom the person allowed what, until when; and taking it back.
import { useState } from "react";
import { Busy } from "@/design/busy";
import { Button, TextLink } from "@/design/button";
import { useClassNames } from "@/design/data-classes";
import { SectorMark } from "@/design/sector-mark";
import { Trouble } from "@/design/trouble";
import { useSectorOf } from "@/features/referrals/referrals";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { newestOfEach, standingOf, useDisclosures, type Disclosed } from "./disclosures";
import { privacyWords } from "./words";
import { Withdraw } from "./withdraw";
import "./permissions.css";

const k_beside = 4;

export function PermissionsAside({ person }: { person: string }) {
  const say = useWords(privacyWords);
  const list = useDisclosures(person);
  const items = list.data?.items ?? [];
  const shown = newestOfEach(items).sort((one, other) => Number(other.in_force) - Number(one.in_force));
  return (
    <section aria-labelledby="permissions-aside">
      <h2 id="permissions-aside">{say("permissions.title")}</h2>
      <Busy waiting={list.isPending} />
      {list.isError && <Trouble problem={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && shown.length === 0 && <p className="aside-text">{say("permissions.none")}</p>}
      <ul>
        {shown.slice(0, k_beside).map((one) => (
          <PermissionLine key={one.id} person={person} one={one} />
        ))}
      </ul>
      {shown.length > 0 && (
        <TextLink to={`/personas/${person}/permisos`} quiet>
          {say("permissions.all")}
        </TextLink>
      )}
    </section>
  );
}

interface LineProps {
  person: string;
  one: Disclosed;
}

function PermissionLine({ person, one }: LineProps) {
  const say = useWords(privacyWords);
  const dates = useDates();
  const standing = standingOf(one);
  const until = one.consent?.valid_until;
  const ends = {
    in_force: until ? say("permission.until", { day: dates.calendarDay(until) }) : say("permission.without"),
    withdrawn: say("permission.withdrawn", { day: dates.day(one.withdrawn_at ?? one.disclosed_at) }),
    revoked: say("permission.revoked"),
    expired: say("permission.expired"),
  };
  return (
    <li className="permission">
      <div>
        <Recipient one={one} />
        <p className="aside-text">
          {useClassNames()(one.classes)} · {ends[standing]}
        </p>
      </div>
      {standing === "in_force" ? <WithdrawButton person={person} one={one} /> : <span className="aside-text">{say("permission.closed")}</span>}
    </li>
  );
}

export function Recipient({ one }: { one: Disclosed }) {
  const sectorOf = useSectorOf();
  const name = one.recipient_name || one.service_name;
  const sector = sectorOf({ name, ...(one.recipient_id ? { id: one.recipient_id } : {}) });
  return <b>{sector ? <SectorMark sector={sector} name={name} /> : name}</b>;
}

export function WithdrawButton({ person, one }: LineProps) {
  const say = useWords(privacyWords);
  const [asking, setAsking] = useState(false);
  const may = useMe().permissions.includes("referral_write");
  const directive = one.directive_id;
  if (!may || !directive || !one.can_withdraw) return null;
  return (
    <>
      <Button weight="word" onPress={() => setAsking(true)}>
        {say("withdraw.act")} <span className="only-heard">{one.recipient_name}</span>
      </Button>
      {asking && <Withdraw person={person} directive={directive} one={one} onClose={() => setAsking(false)} />}
    </>
  );
}
