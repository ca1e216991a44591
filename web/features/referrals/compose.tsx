// Referring somebody: first who can help, then the ficha, written on the sheet that the receiver will read.
import { useSearchParams } from "wouter";
import { Busy } from "@/design/busy";
import { Trouble } from "@/design/trouble";
import { useContact, type Contact } from "@/features/attention/contacts";
import { useTopics } from "@/features/directory/directory";
import { useComunas, usePerson, type Person } from "@/features/people/people";
import { ageOf } from "@/features/people/person-form";
import { MissingPage } from "@/shell/missing-page";
import { usePageTitle, type PageProps } from "@/shell/page";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { formFrom, fromContact, newForm, type ComposeForm } from "./compose-form";
import { ComposeDesk } from "./compose-desk";
import { PickPerson } from "./pick-person";
import { useReferral, type Referral } from "./referrals";
import { useWho } from "./who-line";
import { referralWords } from "./words";

export function Page({ params }: PageProps) {
  const [query] = useSearchParams();
  const id = params["id"] ?? query.get("person") ?? "";
  return id === "" ? <PickPerson service={query.get("servicio") ?? ""} /> : <OfPerson id={id} />;
}

function OfPerson({ id }: { id: string }) {
  const [query] = useSearchParams();
  const draftId = query.get("borrador") ?? "";
  const followsId = query.get("sigue") ?? "";
  const service = query.get("servicio") ?? "";
  const contactId = draftId || followsId ? "" : query.get("contacto") ?? "";
  const person = usePerson(id);
  const comunas = useComunas();
  const topics = useTopics();
  const contact = useContact(contactId);
  const earlier = useReferral(draftId || followsId);
  const begun = contactId === "" || contact.isError || (contact.isSuccess && !topics.isPending);
  const waiting = person.isPending || comunas.isPending || !begun || (draftId + followsId !== "" && earlier.isPending);
  if (person.error?.status === 404) return <MissingPage />;
  if (person.isError) return <Trouble problem={person.error} onRetry={() => void person.refetch()} />;
  if (waiting || !person.data) return <Busy waiting act="opening" />;
  const written = contact.data?.person_id === id ? contact.data : undefined;
  return <Begun key={`${id} ${draftId} ${followsId} ${contactId}`} person={person.data} earlier={earlier.data} follows={followsId} service={service} contact={written} topics={topics.data?.items.map(({ code }) => code) ?? []} />;
}

interface BegunProps {
  person: Person;
  /** The draft to go on with, or the referral that this one follows. */
  earlier: Referral | undefined;
  follows: string;
  /** Chosen already, in the directory or by who returned the earlier one. */
  service: string;
  /** The contact it comes from: what was written up is where it begins, and nothing is sent by itself. */
  contact: Contact | undefined;
  topics: readonly string[];
}

function Begun({ person, earlier, follows, service, contact, topics }: BegunProps) {
  const say = useWords(referralWords);
  const dates = useDates();
  const today = dates.today();
  const age = ageOf(person, today);
  const tell = useWho(person, age);
  usePageTitle(say("compose.title", { code: person.thread_code }));
  const fresh = newForm(person, age, today, tell);
  const proposed = service || (follows ? earlier?.moves.findLast(({ action }) => action === "decline")?.service_id ?? "" : "");
  const from = (before: ComposeForm): ComposeForm =>
    earlier ? formFrom(before, earlier, follows ? "follow" : "go_on") : contact ? fromContact(before, contact, topics) : before;
  const begun = from(fresh);
  return (
    <ComposeDesk
      person={person}
      age={age}
      begun={proposed && begun.service === "" ? { ...begun, service: proposed } : begun}
      {...(follows && earlier ? { followed: earlier } : {})}
      {...(contact ? { contact } : {})}
    />
  );
}
