// Signing, declining or ending one agreement: each says first what it changes.
import { useState } from "react";
import { useAnnounce } from "@/design/announce";
import { Busy } from "@/design/busy";
import { Button } from "@/design/button";
import { Dialog } from "@/design/dialog";
import { ErrorSummary } from "@/design/error-summary";
import { DayField } from "@/design/day-field";
import { Field } from "@/design/field";
import { Trouble } from "@/design/trouble";
import { locales } from "@/words/book";
import { useDates } from "@/words/dates";
import { useLanguage, useWords } from "@/words/say";
import { useEnding, useMoveAgreement, type Effects, type Known } from "./agreements";
import { numberOf, type Network } from "./cloth";
import { LevelTravels } from "./level-travels";
import { networkWords } from "./words";

interface ActProps {
  agreement: Known;
  /** What each level lets travel and show: what is only proposed does not say it yet. */
  rules: Network["levels"];
  onClose: () => void;
}

const pair = ({ first_name, second_name }: Known) => ({ one: first_name, other: second_name });

export function Sign({ agreement, rules, onClose }: ActProps) {
  const say = useWords(networkWords);
  const dates = useDates();
  const announce = useAnnounce();
  const [signer, setSigner] = useState("");
  const move = useMoveAgreement(() => { announce(say("sign.done")); onClose(); });
  const wrong = move.error?.fields.find(({ pointer }) => pointer === "/signer")?.message ?? "";
  const { id, version, level, goal, class_limit, starts_on, ends_on } = agreement;
  const shows = rules.find((rule) => rule.level === level)?.events_visible ?? agreement.events_visible;
  return (
    <Dialog open title={say("sign.title", pair(agreement))} onClose={onClose}>
      <ErrorSummary problem={move.error} fields={wrong ? [{ name: "sign-signer", label: say("sign.signer"), message: wrong }] : []} />
      <p>{say("sign.level", { level: say(`level.${level}`), from: dates.calendarDay(starts_on), until: dates.calendarDay(ends_on) })} {goal && say("goal", { number: numberOf(goal), level: say(`level.${goal}`) })}</p>
      <h3>{say("travels")}</h3>
      <LevelTravels limit={class_limit} visible={shows} />
      <p>{say("sign.replaces")}</p>
      <Field name="sign-signer" label={say("sign.signer")} hint={say("propose.signer.hint")} value={signer} onChange={setSigner} error={wrong} />
      <div className="dialog__acts">
        <Button weight="first" pending={move.isPending} onPress={() => move.mutate({ id, move: { action: "sign", version, signer: signer.trim() } })}>{say("sign.verb")}</Button>
        <Button weight="word" onPress={onClose}>{say("cancel")}</Button>
      </div>
    </Dialog>
  );
}

export function Decline({ agreement, onClose }: ActProps) {
  const say = useWords(networkWords);
  const announce = useAnnounce();
  const move = useMoveAgreement(() => { announce(say("decline.done")); onClose(); });
  const { id, version, may_sign } = agreement;
  const words = may_sign ? { title: say("decline.title", pair(agreement)), verb: say("decline.verb") } : { title: say("take_back.title", pair(agreement)), verb: say("take_back.verb") };
  return (
    <Dialog open title={words.title} onClose={onClose}>
      <ErrorSummary problem={move.error} />
      <p>{say("decline.consequence")}</p>
      <div className="dialog__acts">
        <Button weight="first" pending={move.isPending} onPress={() => move.mutate({ id, move: { action: "decline", version } })}>{words.verb}</Button>
        <Button weight="word" onPress={onClose}>{say("cancel")}</Button>
      </div>
    </Dialog>
  );
}

export function End({ agreement, onClose }: ActProps) {
  const say = useWords(networkWords);
  const dates = useDates();
  const announce = useAnnounce();
  const list = new Intl.ListFormat(locales[useLanguage()]);
  const ending = useEnding(agreement.id);
  const [day, setDay] = useState(dates.today());
  const move = useMoveAgreement(() => { announce(say("end.done")); onClose(); });
  const wrong = move.error?.fields.find(({ pointer }) => pointer === "/ends_on")?.message ?? "";
  const { id, version } = agreement;
  const effects = ending.data;
  const hidden = ({ hides_events, shared_threads }: Effects) => {
    if (!hides_events) return say("end.hides.none");
    return typeof shared_threads === "number" ? say("end.hides", { count: shared_threads }) : say("end.hides.uncounted");
  };
  return (
    <Dialog open title={say("end.title", pair(agreement))} onClose={onClose}>
      <ErrorSummary problem={move.error} fields={wrong ? [{ name: "end-day", label: say("end.day"), message: wrong }] : []} />
      <Busy waiting={ending.isPending} />
      {ending.error && <Trouble problem={ending.error} onRetry={() => void ending.refetch()} />}
      {effects && (
        <ul className="network__effects">
          <li>{say("end.open", { count: effects.open_referrals })}</li>
          <li>{say("end.packages")}</li>
          <li>{hidden(effects)}</li>
          <li>{effects.lost.length > 0 ? say("end.lost", { names: list.format(effects.lost) }) : say("end.lost.none")}</li>
        </ul>
      )}
      <DayField name="end-day" label={say("end.day")} value={day} onChange={setDay} error={wrong} />
      <div className="dialog__acts">
        <Button weight="first" pending={move.isPending} disabled={!effects} onPress={() => move.mutate({ id, move: { action: "end", version, ends_on: day } })}>{say("end.verb")}</Button>
        <Button weight="word" onPress={onClose}>{say("cancel")}</Button>
      </div>
    </Dialog>
  );
}
