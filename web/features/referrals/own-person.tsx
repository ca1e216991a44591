// Accepting makes a record here. First those who may already be that person, covered; a new record otherwise.
import { useQuery } from "@tanstack/react-query";
import { Busy } from "@/design/busy";
import { RadioRows } from "@/design/radio-rows";
import { peopleWords } from "@/features/people/words";
import { searchPeople, useComunaName, type PersonMatch, type PersonSearch } from "@/features/people/people";
import { useWords } from "@/words/say";
import type { Movable, Package } from "./referrals";
import { referralWords } from "./words";

/** What the ficha lets be asked: each on its own, so that a shared telephone and a name are told apart. */
export function questionsOf({ identity }: Pick<Package, "identity">): PersonSearch[] {
  const names = [identity.given_names, identity.first_surname, identity.second_surname].filter(Boolean).join(" ");
  const questions: PersonSearch[] = [];
  if (identity.run) questions.push({ run: identity.run });
  if (identity.document) questions.push({ document: identity.document });
  if (identity.phone) questions.push({ phone: identity.phone });
  if (names) questions.push({ text: names });
  return questions;
}

async function ask(questions: readonly PersonSearch[]): Promise<PersonMatch[]> {
  const found = await Promise.all(questions.map(searchPeople));
  const byId = new Map(found.flatMap(({ items }) => items).reverse().map((match) => [match.id, match]));
  return [...byId.values()].reverse();
}

interface OwnPersonProps {
  referral: Movable;
  /** "" makes a new record. */
  value: string;
  onChange: (id: string) => void;
}

const k_new = "new";

export function OwnPerson({ referral, value, onChange }: OwnPersonProps) {
  const say = useWords(referralWords);
  const sayOf = useWords(peopleWords);
  const comunaName = useComunaName();
  const questions = referral.package ? questionsOf(referral.package) : [];
  const search = useQuery({ queryKey: ["own-person", referral.id], queryFn: () => ask(questions), enabled: questions.length > 0 && !referral.person_id, gcTime: 0 });
  if (referral.person_id) return null;
  if (search.isLoading) return <Busy waiting />;
  const matches = search.data ?? [];
  if (matches.length === 0) return <p className="aside-text">{say(questions.length > 0 ? "own.none" : "own.unasked")}</p>;
  const about = (match: PersonMatch) =>
    [match.age === undefined ? "" : say("fact.age.years", { age: match.age }), comunaName(match.comuna), match.thread_code, sayOf(`match.by.${match.reason}`)].filter(Boolean).join(" · ");
  return (
    <RadioRows
      name="own-person"
      label={say("own.label", { count: matches.length })}
      value={value === "" ? k_new : value}
      onChange={(id) => onChange(id === k_new ? "" : id)}
      choices={[
        { value: k_new, title: say("own.new"), note: say("own.new.note") },
        ...matches.map((match) => ({ value: match.id, title: match.masked_name, note: about(match) })),
      ]}
    />
  );
}
