// What was done with it, by which institution and when, in order; the newest last, as it was lived.
import type { Schema } from "@/api/client";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { Made, Referral, Tried } from "./referrals";
import { referralWords } from "./words";
import "./steps.css";

export function Steps({ referral }: { referral: Referral }) {
  const say = useWords(referralWords);
  if (referral.moves.length === 0) return null;
  const told = [...referral.moves.map((made) => ({ made, at: made.at_time })), ...referral.tried.map((tried, index) => ({ tried, number: index + 1, at: tried.at_time }))];
  return (
    <section className="section" aria-labelledby="steps-title">
      <h3 id="steps-title" className="section-title">
        {say("steps.title")}
      </h3>
      <ol className="steps">
        {told
          .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
          .map((one) => ("made" in one ? <Step key={`${one.at} ${one.made.action}`} made={one.made} /> : <TryLine key={`${one.at} ${one.number}`} tried={one.tried} number={one.number} />))}
      </ol>
    </section>
  );
}

/** What time does by itself: nobody's doing, whose clock ever it was. */
const byTime = new Set<Made["action"]>(["expire", "time_out", "let_stand"]);

/** Nobody could ask them: what was tried, and how many times by then. */
function TryLine({ tried, number }: { tried: Tried; number: number }) {
  const say = useWords(referralWords);
  const dates = useDates();
  return (
    <li className="step">
      <p>
        <time dateTime={tried.at_time}>{dates.moment(tried.at_time)}</time> <b>{say("try.did", { number })}</b> <span className="faint">{tried.user_name}</span>
      </p>
      <p>{[say(`try.${tried.result}`), say(`channel.${tried.channel}`), say("step.was", { when: dates.moment(tried.at) })].join(" · ")}</p>
      {tried.text && <p>{tried.text}</p>}
    </li>
  );
}

function Step({ made }: { made: Made }) {
  const say = useWords(referralWords);
  const dates = useDates();
  const by = byTime.has(made.action) ? "" : [made.institution_name, made.user_name].filter(Boolean).join(", ");
  const facts = [
    made.asked && say("step.asked", { way: say(`channel.${made.asked.channel}`), when: dates.moment(made.asked.at), who: say(`answered_by.${made.asked.answered_by}`) }),
    made.code && say(`reason.${made.code}` as "reason.other"),
    made.at && say(made.action === "confirm_first_contact" ? "step.was" : "step.at", { when: dates.moment(made.at) }),
    made.place,
    made.channel && say(`channel.${made.channel}`),
    made.other_channel && say(`channel.${made.other_channel}`),
    made.with_whom && say("step.with", { who: made.with_whom }),
    made.position !== undefined && say("step.position", { position: made.position }),
    made.until && say("step.until", { day: dates.calendarDay(made.until) }),
  ].filter(Boolean);
  return (
    <li className="step">
      <p>
        <time dateTime={made.at_time}>{dates.moment(made.at_time)}</time> <b>{say(`did.${made.action}`)}</b> <span className="faint">{by}</span>
      </p>
      {facts.length > 0 && <p>{facts.join(" · ")}</p>}
      {made.told && <Told told={made.told} />}
      {made.text && <p>{made.text}</p>}
      {made.questions && made.questions.length > 0 && (
        <ul className="step__questions">
          {made.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** What the person was told that day: the row may say something else today. */
function Told({ told }: { told: Schema["Telling"] }) {
  const say = useWords(referralWords);
  const dates = useDates();
  return (
    <div className="step__told">
      <p>
        {say("told.title")} <b>{told.service_name}</b> <span className="faint">{[told.service_code, told.institution, told.hours].filter(Boolean).join(" · ")}</span>
      </p>
      <ul>
        {told.ways.map((way, index) => (
          <li key={`${way.kind} ${index}`}>
            {say(`way.${way.kind}`)}: {way.contact && <b>{way.contact}</b>}{" "}
            <span className="faint">
              {say(way.contact ? `told.${way.standing}` : `untold.${way.standing}`)}
              {way.confirmed_at && way.expires && ` ${say("told.by", { who: way.colleague_name || say("told.somebody"), when: dates.day(way.confirmed_at), until: dates.day(way.expires) })}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
