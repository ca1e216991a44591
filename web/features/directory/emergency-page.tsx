// Before anybody is attended: each emergency number is made sure of, or it is not shown. Nobody does it for the installation.
import { Check } from "lucide-react";
import { useState } from "react";
import { Busy } from "@/design/busy";
import { Button } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Icon } from "@/design/icon";
import { Note } from "@/design/note";
import { RadioRows } from "@/design/radio-rows";
import { Sheet } from "@/design/sheet";
import { Trouble } from "@/design/trouble";
import { usePageTitle } from "@/shell/page";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { useConfirmNumber, useEmergencyNumbers, useWithdrawNumber, type Assurance, type EmergencyEntry } from "./emergency";
import { PublicView } from "./public-view";
import { useSetup } from "./setup";
import { SetupSpine } from "./setup-spine";
import { directoryWords } from "./words";
import "./emergency-page.css";

export function Page() {
  const say = useWords(directoryWords);
  usePageTitle(say("emergency"));
  const numbers = useEmergencyNumbers();
  const { demo, permissions } = useMe();
  if (numbers.isError) return <Trouble problem={numbers.error} onRetry={() => void numbers.refetch()} />;
  if (!numbers.data) return <Busy waiting act="opening" />;
  const { items } = numbers.data;
  return (
    <div className="emergency-page">
      <section className="emergency-page__side" aria-labelledby="setup-title">
        <h2 id="setup-title">{say("setup")}</h2>
        {permissions.includes("emergency_keep") && <SetupProgress />}
        {demo && <Note>{say("emergency.demo")}</Note>}
      </section>
      <Sheet labelledBy="sheet-title" look="column">
        <h1 id="sheet-title">{say("emergency")}</h1>
        <p className="emergency-page__why">{say("emergency.explained")}</p>
        <ol className="emergency-page__list">
          {items.map((entry) => (
            <NumberRow key={`${entry.number} ${entry.version}`} entry={entry} />
          ))}
        </ol>
      </Sheet>
      <PublicView items={items} />
    </div>
  );
}

function SetupProgress() {
  const setup = useSetup();
  return setup && <SetupSpine setup={setup} />;
}

function NumberRow({ entry }: { entry: EmergencyEntry }) {
  const say = useWords(directoryWords);
  const mayKeep = useMe().permissions.includes("emergency_keep");
  const [open, setOpen] = useState(false);
  return (
    <li className={entry.is_shown ? "emergency-row" : "emergency-row emergency-row--hidden"}>
      <div className="emergency-row__line">
        <span className="emergency-row__number">{entry.number}</span>
        <div>
          <h2>{entry.name}</h2>
          <p>{entry.use_when}</p>
          <p className="aside-text">
            {entry.as_of ? say("source", { source: entry.source, as_of: entry.as_of }) : say("source.undated", { source: entry.source })}
            {entry.notes && ` · ${entry.notes}`}
          </p>
          <Standing entry={entry} />
        </div>
        {mayKeep && !open && (
          <Button size="tight" onPress={() => setOpen(true)}>
            {entry.is_shown ? say("emergency.again") : say("emergency.decide")}
          </Button>
        )}
      </div>
      {open && <Decide entry={entry} onDone={() => setOpen(false)} />}
    </li>
  );
}

function Standing({ entry }: { entry: EmergencyEntry }) {
  const say = useWords(directoryWords);
  const dates = useDates();
  if (entry.decision === undefined) return <p className="emergency-row__standing">{say("emergency.undecided")}</p>;
  if (entry.decision !== "confirmed") return <p className="emergency-row__standing">{say(`emergency.${entry.decision}`)}</p>;
  const day = entry.expires_at ? dates.calendarDay(entry.expires_at.slice(0, 10)) : "";
  if (!entry.is_shown) return <p className="emergency-row__standing">{say("emergency.lapsed", { day })}</p>;
  return (
    <p className="emergency-row__standing">
      <Icon of={Check} />
      {say("emergency.until", { day })}
    </p>
  );
}

function Decide({ entry, onDone }: { entry: EmergencyEntry; onDone: () => void }) {
  const say = useWords(directoryWords);
  const [how, setHow] = useState<Assurance | null>(null);
  const confirm = useConfirmNumber();
  const withdraw = useWithdrawNumber();
  const { number, version } = entry;
  return (
    <div className="emergency-row__decide">
      <RadioRows
        name={`how-${number}`} label={say("emergency.how")} value={how} onChange={setHow}
        choices={[
          { value: "rang", title: say("emergency.how.rang"), ...(entry.may_be_rung ? {} : { disabled: true, note: say("emergency.not_rung") }) },
          { value: "asked", title: say("emergency.how.asked") },
          { value: "official_notice", title: say("emergency.how.official_notice") },
        ]}
      />
      <ErrorSummary problem={confirm.error ?? withdraw.error} />
      <div className="form-acts">
        <Button weight="first" disabled={how === null} pending={confirm.isPending} onPress={() => how && confirm.mutate({ number, how, version }, { onSuccess: onDone })}>
          {say("emergency.confirm")}
        </Button>
        <Button pending={withdraw.isPending} onPress={() => withdraw.mutate({ number, reason: "withdrawn", version }, { onSuccess: onDone })}>
          {say("emergency.wrong")}
        </Button>
        <Button pending={withdraw.isPending} onPress={() => withdraw.mutate({ number, reason: "unused", version }, { onSuccess: onDone })}>
          {say("emergency.not_used")}
        </Button>
        <Button weight="word" onPress={onDone}>
          {say("emergency.later")}
        </Button>
      </div>
    </div>
  );
}
