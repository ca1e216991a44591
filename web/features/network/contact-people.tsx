// Whom to call at an institution, in the order in which to call them: to be read, never copied to a public page.
import { useMe } from "@/shell/session";
import { showPhone } from "@/features/people/writing";
import { useWords } from "@/words/say";
import type { ContactPerson } from "./institution";
import { networkWords } from "./words";
import "./contact-people.css";

export function ContactPeopleList({ people }: { people: readonly ContactPerson[] }) {
  return (
    <ol className="contact-people">
      {people.map((person, index) => (
        <li key={`${index} ${person.name}`}>
          <b>{person.name}</b>
          <span className="aside-text">{person.post}</span>
          <Ways person={person} />
        </li>
      ))}
    </ol>
  );
}

/** A demo's numbers are nobody's: they are shown and dial nowhere. */
export function Ways({ person: { phone, email, hours } }: { person: ContactPerson }) {
  const say = useWords(networkWords);
  const { demo } = useMe();
  return (
    <span className="contact-people__ways">
      {phone && (demo ? <span>{showPhone(phone)}</span> : <a href={`tel:${phone.replace(/[^\d+*#]/g, "")}`}>{showPhone(phone)}</a>)}
      {email && (demo ? <span>{email}</span> : <a href={`mailto:${email}`}>{email}</a>)}
      {hours && <span className="aside-text">{say("contact.answers", { hours })}</span>}
    </span>
  );
}
