// What travelled about a person: to whom, when, by what right, which data, whether it was opened, and taking it back.
import { Busy } from "@/design/busy";
import { TextLink } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { Trouble } from "@/design/trouble";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { consentOf, standingOf, useDisclosures, type Disclosed } from "./disclosures";
import { Recipient, useClasses, WithdrawButton } from "./permissions-aside";
import { privacyWords } from "./words";
import "./permissions.css";

export function Permissions({ id, titleId = "sheet-title" }: { id: string; titleId?: string }) {
  const say = useWords(privacyWords);
  const list = useDisclosures(id);
  const items = list.data?.items ?? [];
  return (
    <>
      <h2 id={titleId}>{say("permissions.whole")}</h2>
      <p>{say("permissions.right")}</p>
      <Busy waiting={list.isPending} />
      {list.isError && <Trouble problem={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && <EmptyState truth={say("permissions.none")} />}
      <ol className="permissions">
        {items.map((one) => (
          <Travelled key={one.id} person={id} one={one} consent={consentOf(one, items)} />
        ))}
      </ol>
    </>
  );
}

function Travelled({ person, one, consent }: { person: string; one: Disclosed; consent: Disclosed | undefined }) {
  const say = useWords(privacyWords);
  const dates = useDates();
  const classes = useClasses();
  const mayOpen = useMe().permissions.includes("referral_read");
  const standing = standingOf(one);
  const given = consent?.consent;
  const facts: [string, string][] = [
    [say("travelled.when"), one.package_version > 1 ? say("travelled.version", { when: dates.moment(one.disclosed_at), version: one.package_version }) : dates.moment(one.disclosed_at)],
    [say("travelled.what"), classes(one)],
    [
      say("travelled.basis"),
      given ? say("travelled.consent", { who: say(`giver.${given.giver}`), how: say(`method.${given.method}`) }) : say("travelled.article", { basis: say(`basis.${one.basis}`), article: one.article }),
    ],
    [say("travelled.until"), given ? dates.calendarDay(given.valid_until) : dates.day(one.expires_at)],
    [say("travelled.opened"), one.opened ? say("travelled.times", { count: one.opened.times, when: dates.moment(one.opened.last_at) }) : say("travelled.unopened")],
    [say("travelled.standing"), standing === "withdrawn" ? say("permission.withdrawn", { day: dates.day(one.withdrawn_at ?? one.disclosed_at) }) : say(`standing.${standing}`)],
  ];
  return (
    <li>
      <div className="permissions__head">
        <p>
          <Recipient one={one} /> <span className="aside-text">{one.service_name !== one.recipient_name && one.service_name}</span>
        </p>
        {standing === "in_force" && <WithdrawButton person={person} one={one} consent={consent} />}
      </div>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mayOpen && (
        <TextLink to={`/derivaciones/${one.referral_id}?caja=enviadas`} quiet>
          {say("travelled.open")}
        </TextLink>
      )}
    </li>
  );
}
