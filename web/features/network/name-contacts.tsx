// Naming whom to call: all at once, in order; whoever is left out is forgotten.
import { useState, type FormEvent } from "react";
import { messageFor } from "@/api/problem";
import { useAnnounce } from "@/design/announce";
import { Button } from "@/design/button";
import { Dialog } from "@/design/dialog";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { useWords } from "@/words/say";
import { useNameContacts, type ContactPeople, type ContactPerson } from "./institution";
import { networkWords } from "./words";

const k_most = 6;
const fields = ["name", "post", "phone", "email", "hours"] as const;
type Written = Record<(typeof fields)[number], string>;
const blank: Written = { name: "", post: "", phone: "", email: "", hours: "" };
const writtenOf = (person: ContactPerson): Written => ({ ...blank, ...person });
const isBlank = (person: Written) => fields.every((field) => person[field].trim() === "");

function personOf({ name, post, ...ways }: Written): ContactPerson {
  const told = Object.entries(ways).flatMap(([field, text]) => (text.trim() ? [[field, text.trim()]] : []));
  return { name: name.trim(), post: post.trim(), ...Object.fromEntries(told) };
}

export function NameContacts({ id, kept, onClose }: { id: string; kept: ContactPeople; onClose: () => void }) {
  const say = useWords(networkWords);
  const announce = useAnnounce();
  const [people, setPeople] = useState<Written[]>(kept.people.length > 0 ? kept.people.map(writtenOf) : [blank]);
  const named = useNameContacts(id, () => { announce(say("contacts.done")); onClose(); });
  // What was left blank is not sent: an error's place is counted among those that were.
  const sent = people.map((person, index) => ({ person, index })).filter(({ person }) => !isBlank(person));
  const errorOf = (index: number, field: string) => messageFor(named.error, `/people/${sent.findIndex((one) => one.index === index)}/${field}`);
  const change = (index: number, part: Partial<Written>) => setPeople(people.map((person, at) => (at === index ? { ...person, ...part } : person)));
  const errors = people.flatMap((_, index) => fields.map((field) => ({ name: `contact-${index}-${field}`, label: say(`contact.${field}`), message: errorOf(index, field) }))).filter(({ message }) => message !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    named.mutate({ people: sent.map(({ person }) => personOf(person)), version: kept.version });
  };
  return (
    <Dialog open title={say("contacts.title")} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ErrorSummary problem={named.error} fields={errors} />
        <p>{say("contacts.what")}</p>
        {people.map((person, index) => (
          <fieldset key={index} className="contact-people__edit">
            <legend>{say(index === 0 ? "contacts.first" : "contacts.next", { number: index + 1 })}</legend>
            {fields.map((field) => (
              <Field
                key={field} name={`contact-${index}-${field}`} label={say(`contact.${field}`)} value={person[field]} error={errorOf(index, field)} optional={field === "hours"}
                type={field === "phone" ? "tel" : field === "email" ? "email" : "text"} onChange={(text) => change(index, { [field]: text })}
              />
            ))}
            <p className="contact-people__acts">
              {index > 0 && <Button weight="word" size="tight" onPress={() => setPeople([person, ...people.filter((_, at) => at !== index)])}>{say("contacts.to_first")}</Button>}
              <Button weight="word" size="tight" onPress={() => setPeople(people.filter((_, at) => at !== index))}>{say("contacts.leave_out")} <span className="only-heard">{person.name}</span></Button>
            </p>
          </fieldset>
        ))}
        {people.length < k_most && <p className="form-acts"><Button weight="word" onPress={() => setPeople([...people, blank])}>{say("contacts.another")}</Button></p>}
        <div className="dialog__acts">
          <Button type="submit" weight="first" pending={named.isPending}>{say("contacts.verb")}</Button>
          <Button weight="word" onPress={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
