// The ficha exactly as it travelled: three lines first, then what else was chosen. The origin sees the same.
import { Check, Lock } from "lucide-react";
import type { ReactNode } from "react";
import { dataClasses, useClassNames } from "@/design/data-classes";
import { Icon } from "@/design/icon";
import { Note } from "@/design/note";
import { useDocumentInWords } from "@/features/people/document-fields";
import { useTopicName } from "@/features/directory/directory";
import { useComunaName } from "@/features/people/people";
import { SafeContactLines } from "@/features/people/safe-contact";
import { showPhone } from "@/features/people/writing";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { Package, Referral } from "./referrals";
import { RestrictedPart } from "./restricted-part";
import { referralWords } from "./words";
import "./ficha.css";

export const lines = ["who", "what", "ask"] as const;

export function Ficha({ referral }: { referral: Referral }) {
  const say = useWords(referralWords);
  const { package: sent, content, viewer } = referral;
  if (sent) return <PackageSheet ficha={sent} referral={referral} />;
  if (viewer === "coordinator") return <Note>{say("ficha.coordinator")}</Note>;
  // A draft, or information given: what the origin wrote, if it did.
  if (!content) return <Note tone="look">{say("ficha.closed")}</Note>;
  if (referral.kind === "information") return <Note>{say(referral.status === "draft" ? "ficha.information.draft" : "ficha.information")}</Note>;
  return <ThreeLines valueOf={(line) => content[line]} />;
}

export function ThreeLines({ valueOf }: { valueOf: (line: (typeof lines)[number]) => string | undefined }) {
  const say = useWords(referralWords);
  return (
    <dl className="three-lines">
      {lines.map((line) => (
        <div key={line}>
          <dt>{say(`line.${line}`)}</dt>
          <dd>{valueOf(line) || <span className="faint">{say("line.empty")}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A package whole, sent or, without its referral, about to be. */
export function PackageSheet({ ficha, referral }: { ficha: Package; referral?: Referral }) {
  const say = useWords(referralWords);
  const dates = useDates();
  const valueOf = (key: string) => ficha.items.find((item) => item.key === key)?.value;
  const health = ficha.items.filter((item) => item.key === "health");
  const sealed = ficha.items.filter((item) => item.key === "restricted");
  const wish = valueOf("wish");
  const topic = useTopicName()(valueOf("topic") ?? "");
  return (
    <>
      <ThreeLines valueOf={valueOf} />
      <div className="ficha">
        <div>
          {ficha.additions.map((addition) => (
            <Part key={addition.at} title={say("part.addition", { when: dates.moment(addition.at) })}>
              {askedBefore(referral, addition.at).map((question) => <p key={question} className="aside-text">{say("part.addition.asked", { question })}</p>)}
              <p>{addition.text}</p>
            </Part>
          ))}
          {valueOf("done") && (
            <Part title={say("part.done")}>
              <p>
                {valueOf("done")} {say("part.done.again")}
              </p>
            </Part>
          )}
          {wish && (
            <Part title={say("part.wish")}>
              <p className="voice">«{wish}»</p>
            </Part>
          )}
          {topic && (
            <Part title={say("part.topic")}>
              <p>{topic}</p>
            </Part>
          )}
          {valueOf("social") && (
            <Part title={say("part.social")}>
              <p>{valueOf("social")}</p>
            </Part>
          )}
          {health.map((item) => (
            <Part key={item.label} title={item.label || say("part.health")}>
              <p>{item.value}</p>
            </Part>
          ))}
          {sealed.map((item) => (
            <Part key={item.label} title={say("part.restricted", { recipient: item.label })}>
              <RestrictedPart item={item} referral={referral} />
            </Part>
          ))}
          <Who ficha={ficha} />
        </div>
        <div>
          <Part title={say("part.safe_contact")}>
            {ficha.safe_contact ? <SafeContactLines card={ficha.safe_contact} /> : <p className="faint">{say(referral?.viewer === "destination" ? "part.safe_contact.none" : "part.safe_contact.not_sent")}</p>}
          </Part>
          <Part title={say("part.permission")}>
            <Permission ficha={ficha} />
          </Part>
        </div>
      </div>
    </>
  );
}

/** What was asked and this answers: the last questions before it. */
const askedBefore = (referral: Referral | undefined, at: string): readonly string[] =>
  referral?.moves.findLast(({ action, at_time }) => action === "ask" && new Date(at_time) <= new Date(at))?.questions ?? [];

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** What travelled of who they are; nothing is shown that did not. */
function Who({ ficha }: { ficha: Package }) {
  const say = useWords(referralWords);
  const dates = useDates();
  const comunaName = useComunaName();
  const documentInWords = useDocumentInWords();
  const { identity } = ficha;
  const names = [identity.given_names, identity.first_surname, identity.second_surname].filter(Boolean).join(" ");
  const facts: [string, string | undefined][] = [
    [say("fact.called"), ficha.called || undefined],
    [say("fact.names"), names || undefined],
    [say("fact.age"), ficha.age === undefined ? say("age.unknown") : say("fact.age.years", { age: ficha.age })],
    [say("fact.birth_date"), identity.birth_date && dates.calendarDay(identity.birth_date)],
    [say("fact.run"), identity.run],
    [say("fact.document"), documentInWords(identity.document)],
    [say("fact.phone"), identity.phone && showPhone(identity.phone)],
    [say("fact.email"), identity.email],
    [say("fact.comuna"), identity.comuna && comunaName(identity.comuna)],
  ];
  return (
    <Part title={say("part.who")}>
      <dl className="ficha__facts">
        {facts.map(([name, value]) => value && (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

function Permission({ ficha }: { ficha: Package }) {
  const say = useWords(referralWords);
  const named = ficha.called !== "" || Object.values(ficha.identity).some(Boolean) || ficha.safe_contact !== undefined;
  const has = [true, named, ...[2, 3, 4].map((data_class) => ficha.items.some((item) => item.data_class === data_class))];
  const names = useClassNames();
  const list = (wanted: boolean) => dataClasses.filter((one) => has[one] === wanted);
  return (
    <ul className="ficha__permission">
      <li>
        <Icon of={Check} />
        <span>{ficha.allowed ? say(`allowed.${ficha.allowed.giver}`, { assent: ficha.allowed.child_assent }) : say(`basis.${ficha.basis}.said`)}</span>
      </li>
      <li>
        <Icon of={Check} />
        <span>{say("permission.has", { what: names(list(true)) })}</span>
      </li>
      {list(false).length > 0 && (
        <li>
          <Icon of={Lock} />
          <span>{say("permission.has_not", { what: names(list(false)) })}</span>
        </li>
      )}
    </ul>
  );
}
