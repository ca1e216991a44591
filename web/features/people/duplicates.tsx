// While somebody new is being written down: those who may already be here, covered, and never in the way.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ButtonLink } from "@/design/button";
import { Note } from "@/design/note";
import { useSettled } from "@/design/settled";
import { useWords } from "@/words/say";
import { searchPeople, useComunaName, type PersonMatch, type PersonSearch } from "./people";
import { peopleWords } from "./words";
import "./matches.css";

export function Duplicates({ wanted }: { wanted: PersonSearch | null }) {
  const say = useWords(peopleWords);
  // As text, so that an equal question is the same question.
  const question = useSettled(JSON.stringify(wanted));
  const { data } = useQuery({
    queryKey: ["possible-duplicates", question],
    queryFn: () => searchPeople(JSON.parse(question) as PersonSearch),
    enabled: question !== "null",
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (question === "null" || !data || (data.items.length === 0 && !data.known_to_network)) return <p className="aside-text">{say("duplicates.waiting")}</p>;
  return (
    <Note tone="look" live>
      {data.items.length > 0 && <b>{say("match.may_be_same", { count: data.items.length })}</b>}
      <ul className="matches">
        {data.items.map((match) => (
          <MatchLine key={match.id} match={match} />
        ))}
      </ul>
      {data.known_to_network && <p>{say("match.known")}</p>}
    </Note>
  );
}

export function MatchLine({ match }: { match: PersonMatch }) {
  const say = useWords(peopleWords);
  return (
    <li className="match">
      <span>
        <b>{match.masked_name}</b> <MatchFacts match={match} />
      </span>
      <ButtonLink to={`/personas/${match.id}`} size="tight">
        {say("match.open")} <span className="only-heard">{match.thread_code}</span>
      </ButtonLink>
    </li>
  );
}

function MatchFacts({ match }: { match: PersonMatch }) {
  const say = useWords(peopleWords);
  const comunaName = useComunaName();
  const facts = [match.age === undefined ? "" : say("match.age", { age: match.age }), comunaName(match.comuna), match.thread_code, say(`match.by.${match.reason}`)];
  return <span className="aside-text">{facts.filter(Boolean).join(" · ")}</span>;
}
