// The left column: the name they use, how much is known, what they said of themselves, and what is open.
import type { ReactNode } from "react";
import { ButtonLink, TextLink } from "@/design/button";
import { StartActs } from "@/features/attention/starting";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { useDocumentInWords } from "./document-fields";
import { IdentityLadder } from "./identity-ladder";
import { useComunaName, type Person } from "./people";
import { PersonCommitments } from "./person-commitments";
import { ageOf, callName } from "./person-form";
import { peopleWords } from "./words";
import { showPhone } from "./writing";

export function PersonSide({ person, children }: { person: Person; children: ReactNode }) {
  const say = useWords(peopleWords);
  const age = ageOf(person, useDates().today());
  const mayRefer = useMe().permissions.includes("referral_write");
  const about = [person.social_name && say("person.social_name"), age !== undefined && say("match.age", { age }), person.thread_code];
  return (
    <section className="person__side" aria-labelledby="person-name">
      <div className="person__name">
        <h1 id="person-name">{callName(person) || say("person.unnamed")}</h1>
        <p className="aside-text">{about.filter(Boolean).join(" · ")}</p>
        {mayRefer && (
          <p className="form-acts">
            <ButtonLink to={`/personas/${person.id}/derivar`}>{say("person.refer")}</ButtonLink>
          </p>
        )}
        <StartActs person={person.id} />
      </div>
      {children}
    </section>
  );
}

/** Under the name where there is room beside the sheet, and on a phone after it: there what is needed before calling comes first. */
export function PersonKnown({ person }: { person: Person }) {
  const say = useWords(peopleWords);
  const age = ageOf(person, useDates().today());
  return (
    <div className="person__known">
      <IdentityLadder person={person} />
      <Facts person={person} age={age} />
      <TextLink to={`/personas/${person.id}/datos`} quiet>
        {say("data.correct")}
      </TextLink>
      {useMe().permissions.includes("person_erase") && (
        <p>
          <TextLink to={`/borrado/${person.thread_code}`} quiet>
            {say("person.erase")}
          </TextLink>
        </p>
      )}
      <PersonCommitments personId={person.id} />
    </div>
  );
}

interface Fact {
  name: string;
  value: string | undefined;
  note?: string;
}

function Facts({ person, age }: { person: Person; age: number | undefined }) {
  const say = useWords(peopleWords);
  const dates = useDates();
  const comunaName = useComunaName();
  const inWords = useDocumentInWords();
  const legalName = [person.given_names, person.first_surname, person.second_surname].filter(Boolean).join(" ");
  const ageNote = person.birth_date ? say("data.birth", { day: dates.calendarDay(person.birth_date) }) : say("data.age_said");
  const facts: Fact[] = [
    { name: say("data.name"), value: legalName === callName(person) ? undefined : legalName },
    age === undefined ? { name: say("data.age"), value: say("data.age_unknown") } : { name: say("data.age"), value: say("match.age", { age }), note: ageNote },
    { name: say("run"), value: person.run },
    { name: say("document"), value: inWords(person.document) },
    { name: say("phone"), value: person.phone && showPhone(person.phone) },
    { name: say("email"), value: person.email },
    { name: say("comuna"), value: comunaName(person.comuna) },
    { name: say("gender"), value: person.gender },
    { name: say("pueblo"), value: person.pueblo },
    { name: say("nationality"), value: person.nationality },
    { name: say("language"), value: person.language },
    { name: say("disability"), value: person.disability },
    { name: say("life_stage"), value: person.life_stage },
  ];
  return (
    <dl className="facts">
      {facts
        .filter((fact) => fact.value)
        .map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>
              {fact.value}
              {fact.note && <small>{fact.note}</small>}
            </dd>
          </div>
        ))}
    </dl>
  );
}
