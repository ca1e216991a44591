// One contact with somebody: written while it goes on or after it, and read once it is closed.
import { useState } from "react";
import { useLocation } from "wouter";
import { Busy } from "@/design/busy";
import { Trouble } from "@/design/trouble";
import type { Definition } from "@/forms/definition";
import { MissingPage } from "@/shell/missing-page";
import { usePageTitle, type PageProps } from "@/shell/page";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { useContact, useContactForm, type Contact } from "./contacts";
import { Editor } from "./editor";
import { leadsToReferral, referralAddress } from "./ending";
import { Reading } from "./reading";
import { attentionWords } from "./words";
import "./contact.css";
import "./find-person.css";

export function Page({ params }: PageProps) {
  const contact = useContact(params["id"] ?? "");
  const form = useContactForm(contact.data?.form_version);
  const view = params["view"] ?? "";
  if (contact.error?.status === 404 || !["", "versiones"].includes(view)) return <MissingPage />;
  if (contact.isError) return <Trouble problem={contact.error} onRetry={() => void contact.refetch()} />;
  if (form.isError) return <Trouble problem={form.error} onRetry={() => void form.refetch()} />;
  if (!contact.data || !form.data) return <Busy waiting act="opening" />;
  return <OneContact key={contact.data.id} contact={contact.data} definition={form.data} versions={view === "versiones"} />;
}

function OneContact({ contact, definition, versions }: { contact: Contact; definition: Definition; versions: boolean }) {
  const say = useWords(attentionWords);
  const [, navigate] = useLocation();
  const { permissions } = useMe();
  const [correcting, setCorrecting] = useState(false);
  // A save that does not close begins again from what was kept.
  const [turn, setTurn] = useState(0);
  usePageTitle(contact.thread_code ?? say("title.one"));
  const mayWrite = permissions.includes("contact_write") && !contact.erased;
  const after = (kept: Contact, closing: boolean, refer?: string) => {
    setCorrecting(false);
    setTurn((now) => now + 1);
    window.scrollTo(0, 0);
    if (kept.person_id && (refer || (closing && leadsToReferral(kept.disposition)))) navigate(referralAddress(kept.person_id, kept.id, refer));
  };
  if (mayWrite && !versions && (contact.status === "open" || correcting)) {
    return <Editor key={turn} contact={contact} definition={definition} onSaved={after} onRefer={(personId, service) => navigate(referralAddress(personId, contact.id, service))} {...(correcting ? { onLeave: () => setCorrecting(false) } : {})} />;
  }
  return <Reading contact={contact} definition={definition} versions={versions} {...(mayWrite ? { onCorrect: () => setCorrecting(true) } : {})} />;
}
