// One tap begins: on the home, on a person's page, and where everything else about beginning is.
import { useLocation } from "wouter";
import { saidIn } from "@/api/problem";
import { Button, TextLink } from "@/design/button";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { useCreateContact, type ContactChannel, type ContactInput } from "./contacts";
import { OpenContacts } from "./open-contacts";
import { attentionWords } from "./words";
import "./start.css";

/** The server's clock starts, and the page that opens can be reloaded. */
export function useStart(person?: string) {
  const [, navigate] = useLocation();
  const create = useCreateContact((contact) => navigate(`/contactos/${contact.id}`));
  const about: Pick<ContactInput, "person_id"> = person ? { person_id: person } : {};
  return { start: (channel: ContactChannel) => create.mutate({ channel, ...about }), pending: create.isPending, error: create.error };
}

interface StartActsProps {
  /** Whom it will be with, when that is known. */
  person?: string;
  first?: boolean;
}

export function StartActs({ person, first = false }: StartActsProps) {
  const say = useWords(attentionWords);
  const { start, pending, error } = useStart(person);
  if (!useMe().permissions.includes("contact_write")) return null;
  return (
    <div className="start-acts">
      <Button wide pending={pending} onPress={() => start("phone")} {...(first ? { weight: "first" as const } : {})}>{say("begin.phone")}</Button>
      <TextLink to={person ? `/contactos/nuevo/${person}` : "/contactos/nuevo"} quiet>{say("start.other")}</TextLink>
      {error && <p role="alert">{saidIn(error) || say("failed")}</p>}
    </div>
  );
}

/** On the home: what one left open. */
export function HomeOpen() {
  return useMe().permissions.includes("contact_write") ? <OpenContacts /> : null;
}
