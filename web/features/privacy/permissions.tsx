// What travelled about a person: to whom, when, by what right, which data, whether it was opened, and taking it back.
import { Busy } from "@/design/busy";
import { TextLink } from "@/design/button";
import { useClassNames } from "@/design/data-classes";
import { EmptyState } from "@/design/empty-state";
import { Trouble } from "@/design/trouble";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { newestOfEach, standingOf, useDisclosures, type Disclosed } from "./disclosures";
import { Recipient, WithdrawButton } from "./permissions-aside";
import { privacyWords } from "./words";
import "./permissions.css";

export function Permissions({ id, titleId = "sheet-title" }: { id: string; titleId?: string }) {
  const say = useWords(privacyWords);
  const list = useDisclosures(id);
  const items = list.data?.items ?? [];
  const newest = newestOfEach(items);
  return (
    <>
      <h2 id={titleId}>{say("permissions.whole")}</h2>
      <p>{say("permissions.right")}</p>
      <Busy waiting={list.isPending} />
      {list.isError && <Trouble problem={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && <EmptyState truth={say("permissions.none")} />}
      <ol className="permissions">
        {items.map((one) => (
          <Travelled key={one.id} person={id} one={one} newest={newest.includes(one)} />
        ))}
      </ol>
    </>
  );
}

function Travelled({ person, one, newest }: { person: string; one: Disclosed; newest: boolean }) {
  const say = useWords(privacyWords);
  const dates = useDates();
  const classes = useClassNames();
  const mayOpen = useMe().permissions.includes("referral_read");
  const standing = standingOf(one);
  const given = one.consent;
  const facts: [string, string][] = [
    [say("travelled.when"), one.package_version > 1 ? say("travelled.version", { when: dates.moment(one.disclosed_at), version: one.package_version }) : dates.moment(one.disclosed_at)],
    [say("travelled.what"), classes(one.classes)],
    ...(one.beyond_agreement.length > 0 ? [[say("travelled.beyond"), classes(one.beyond_agreement)] as [string, string]] : []),
    [
      say("travelled.basis"),
      given
        ? say("travelled.consent", { who: say(`giver.${given.giver}`), how: say(`method.${given.method}`) })
        : one.article
          ? say("travelled.article", { basis: say(`basis.${one.basis}`), article: one.article, why: one.justification ?? "" })
          : say(`basis.${one.basis}`),
    ],
    [say("travelled.opened"), one.opened ? say("travelled.times", { count: one.opened.times, when: dates.moment(one.opened.last_at) }) : say("travelled.unopened")],
    [say("travelled.until"), given ? dates.calendarDay(given.valid_until) : dates.day(one.expires_at)],
  ];
  return (
    <li className={standing === "in_force" ? "" : "permissions__over"}>
      <div className="permissions__head">
        <p>
          <Recipient one={one} /> {one.service_name !== one.recipient_name && <span className="aside-text">{one.service_name}</span>}
        </p>
        <span className="aside-text">{standing === "withdrawn" ? say("permission.withdrawn", { day: dates.day(one.withdrawn_at ?? one.disclosed_at) }) : say(`standing.${standing}`)}</span>
        {newest && standing === "in_force" && <WithdrawButton person={person} one={one} />}
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
