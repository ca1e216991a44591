// Who it is, who holds the thread, and how many loose ends there are: one sentence.
import type { ReactNode } from "react";
import type { Person } from "@/features/people/people";
import { ageOf, callName } from "@/features/people/person-form";
import { peopleWords } from "@/features/people/words";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { holderOf } from "./holders";
import type { Story } from "./story";
import { threadWords } from "./words";

export function Headline({ person, story, tabs }: { person: Person; story: Story | undefined; tabs: ReactNode }) {
  const say = useWords(threadWords);
  const sayPerson = useWords(peopleWords);
  const dates = useDates();
  const age = ageOf(person, dates.today());
  const about = [person.social_name && sayPerson("person.social_name"), age !== undefined && sayPerson("match.age", { age }), person.thread_code];
  const holder = story && holderOf(story);
  const over = holder ? undefined : story?.held.at(-1)?.until;
  const loose = story?.moments.filter((moment) => moment.shape === "loose").length ?? 0;
  const lane = holder && story?.lanes[holder.lane];
  return (
    <header className="thread__head">
      <h1>
        {callName(person) || sayPerson("person.unnamed")} <small>{about.filter(Boolean).join(" · ")}</small>
      </h1>
      {tabs}
      <p className="thread__sentence" id="sheet-title">
        {holder && lane && <span className={`thread__holder hue-${lane.sector}`}>{say.rich("held", { who: lane.name, since: dates.day(new Date(holder.from)) })}</span>}
        {over !== undefined && <span className="thread__holder">{say("held.nobody", { since: dates.day(new Date(over)) })}</span>}{" "}
        {loose > 0 && <b className="thread__loose">{say("loose", { count: loose })}</b>}
      </p>
    </header>
  );
}
