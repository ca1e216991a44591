// Who is who to this person, as they tell it. Never needed before attending; what ended stays, as ended.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answer, api, type Schema } from "@/api/client";
import { messageFor } from "@/api/problem";
import { useWrite } from "@/api/write";
import { Button, TextLink } from "@/design/button";
import { Checkbox } from "@/design/checkbox";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { fold } from "@/design/fold";
import { Select } from "@/design/select";
import { Trouble } from "@/design/trouble";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { FindSomebody } from "./find-somebody";
import type { Person, PersonMatch } from "./people";
import { peopleWords } from "./words";
import "./relationships.css";

type Relationship = Schema["Relationship"];
type Kinship = Schema["Kinship"];
type Closeness = Schema["Closeness"];

const kinships = ["mother", "father", "caregiver", "partner", "former_partner", "child", "sibling", "grandparent", "grandchild", "aunt_uncle", "other_family", "friendship", "neighbour", "professional", "other"] as const satisfies readonly Kinship[];
const degrees = ["close", "ordinary", "distant", "conflict", "cut_off"] as const satisfies readonly Closeness[];

const keyOf = (id: string) => ["person", id, "relationships"];

export function Relationships({ person }: { person: Person }) {
  const say = useWords(peopleWords);
  const [adding, setAdding] = useState(false);
  const path = { id: person.id };
  const told = useQuery({ queryKey: keyOf(person.id), queryFn: () => answer(api.GET("/api/v1/people/{id}/relationships", { params: { path } })), refetchOnWindowFocus: false });
  const items = told.data?.items ?? [];
  const standing = items.filter(({ ended_at }) => ended_at === undefined);
  const ended = items.filter(({ ended_at }) => ended_at !== undefined);
  return (
    <section className="section" aria-labelledby="relations-title">
      <div className="titled">
        <h2 id="relations-title">{say("relations.title")}</h2>
        {!adding && <Button weight="word" size="tight" onPress={() => setAdding(true)}>{say("relations.add")}</Button>}
      </div>
      {told.isError && <Trouble problem={told.error} onRetry={() => void told.refetch()} />}
      {adding && <NewRelation person={person} onDone={() => setAdding(false)} />}
      {told.isSuccess && items.length === 0 && !adding && <p className="aside-text">{say("relations.none")}</p>}
      <ul className="relations">
        {standing.map((one) => <Line key={one.id} person={person} one={one} />)}
      </ul>
      {ended.length > 0 && (
        <details>
          <summary>{say("relations.ended", { count: ended.length })}</summary>
          <ul className="relations">
            {ended.map((one) => <Line key={one.id} person={person} one={one} />)}
          </ul>
        </details>
      )}
    </section>
  );
}

function Line({ person, one }: { person: Person; one: Relationship }) {
  const say = useWords(peopleWords);
  const dates = useDates();
  const client = useQueryClient();
  const move = useWrite<Schema["RelationshipMove"], Relationship>(
    (body, headers) => answer(api.POST("/api/v1/people/{id}/relationships/{relationship}/moves", { params: { path: { id: person.id, relationship: one.id } }, body, headers })),
    () => void client.invalidateQueries({ queryKey: keyOf(person.id) }),
  );
  const kinship = say(`kinship.${one.kinship}`);
  const facts = [
    // "Su mamá", "Tía Rosa": what they are called may already say it.
    one.name && !fold(one.name).includes(fold(kinship)) && kinship,
    one.age_stated !== undefined && say("match.age", { age: one.age_stated }),
    one.lives_together && say("relations.together"),
    one.closeness && say(`closeness.${one.closeness}`),
    one.note,
    one.ended_at && say("relations.until", { day: dates.day(one.ended_at) }),
  ];
  return (
    <li className="relation">
      <span>
        <b>{one.name || kinship}</b> {one.other_person_id && <TextLink to={`/personas/${one.other_person_id}`}>{one.other_thread_code}</TextLink>}
        <span className="aside-text">{facts.filter(Boolean).join(" · ")}</span>
      </span>
      <Button weight="word" size="tight" pending={move.isPending} onPress={() => move.mutate({ action: one.ended_at ? "resume" : "end", version: one.version })}>
        {one.ended_at ? say("relations.resume") : say("relations.end")} <span className="only-heard">{one.name ?? one.other_thread_code}</span>
      </Button>
      {move.isError && <Trouble problem={move.error} onRetry={() => move.variables && move.mutate(move.variables)} />}
    </li>
  );
}

function NewRelation({ person, onDone }: { person: Person; onDone: () => void }) {
  const say = useWords(peopleWords);
  const client = useQueryClient();
  const [kinship, setKinship] = useState<Kinship | null>(null);
  const [closeness, setCloseness] = useState<Closeness | null>(null);
  const [written, setWritten] = useState({ name: "", age: "", note: "" });
  const [together, setTogether] = useState(false);
  const [unsaid, setUnsaid] = useState(false);
  const [finding, setFinding] = useState(false);
  const [known, setKnown] = useState<PersonMatch | null>(null);
  const add = useWrite<Schema["NewRelationship"], Relationship>(
    (body, headers) => answer(api.POST("/api/v1/people/{id}/relationships", { params: { path: { id: person.id } }, body, headers })),
    () => {
      void client.invalidateQueries({ queryKey: keyOf(person.id) });
      onDone();
    },
  );
  const wrongAge = written.age.trim() !== "" && !/^\s*(\d{1,2}|1[01]\d|120)\s*$/.test(written.age);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const unnamed = known === null && written.name.trim() === "";
    setUnsaid(kinship === null || unnamed);
    if (kinship === null || unnamed || wrongAge) return;
    add.mutate({
      kinship, lives_together: together,
      ...(written.name.trim() ? { name: written.name.trim() } : {}),
      ...(known ? { other_person_id: known.id } : {}),
      ...(written.age.trim() ? { age_stated: Number(written.age) } : {}),
      ...(written.note.trim() ? { note: written.note.trim() } : {}),
      ...(closeness ? { closeness } : {}),
    });
  };
  const told = {
    kinship: messageFor(add.error, "/kinship"), name: messageFor(add.error, "/name"), age: messageFor(add.error, "/age_stated"),
    closeness: messageFor(add.error, "/closeness"), note: messageFor(add.error, "/note"),
  };
  const summary = [
    { name: "kinship", label: say("relations.who"), message: told.kinship },
    { name: "relation-name", label: say("relations.name"), message: told.name },
    { name: "relation-age", label: say("data.age"), message: told.age },
    { name: "closeness", label: say("relations.closeness"), message: told.closeness },
    { name: "relation-note", label: say("relations.note"), message: told.note },
  ].filter(({ message }) => message !== "");
  const set = (name: keyof typeof written) => (text: string) => setWritten((now) => ({ ...now, [name]: text }));
  const pick = (match: PersonMatch) => {
    setKnown(match);
    setFinding(false);
  };
  return (
    <>
      <section className="relation-known" aria-label={say("relations.known")}>
        {known && (
          <p role="status">
            {say("relations.known.is")} <b>{known.masked_name}</b> <span className="aside-text">{known.thread_code}</span>{" "}
            <Button weight="word" size="tight" onPress={() => setKnown(null)}>{say("relations.known.drop")}</Button>
          </p>
        )}
        {!known && <Button weight="word" size="tight" onPress={() => setFinding(!finding)}>{finding ? say("relations.known.close") : say("relations.known.find")}</Button>}
        {finding && <FindRecorded person={person} onPick={pick} />}
      </section>
      <form onSubmit={submit} noValidate className="relation-form">
        <ErrorSummary problem={add.error} fields={summary} />
        <Select name="kinship" label={say("relations.who")} value={kinship} onChange={setKinship} options={kinships.map((value) => ({ value, label: say(`kinship.${value}`) }))} error={unsaid && kinship === null ? say("relations.who.error") : told.kinship} />
        <Field name="relation-name" label={say("relations.name")} value={written.name} onChange={set("name")} optional={known !== null} error={unsaid && known === null && written.name.trim() === "" ? say("relations.name.error") : told.name} />
        <Field name="relation-age" label={say("data.age")} value={written.age} onChange={set("age")} optional inputMode="numeric" error={wrongAge ? say("error.age") : told.age} />
        <Select name="closeness" label={say("relations.closeness")} value={closeness} onChange={setCloseness} options={degrees.map((value) => ({ value, label: say(`closeness.${value}`) }))} error={told.closeness} optional />
        <Field name="relation-note" label={say("relations.note")} value={written.note} onChange={set("note")} error={told.note} optional />
        <Checkbox checked={together} onChange={setTogether}>{say("relations.together")}</Checkbox>
        <div className="form-acts">
          <Button type="submit" size="tight" pending={add.isPending}>{say("relations.save")}</Button>
          <Button weight="word" size="tight" onPress={onDone}>{say("relations.leave")}</Button>
        </div>
      </form>
    </>
  );
}

/** Nobody is who to themselves. */
function FindRecorded({ person, onPick }: { person: Person; onPick: (match: PersonMatch) => void }) {
  const say = useWords(peopleWords);
  const pick = (match: PersonMatch) => (
    <Button size="tight" onPress={() => onPick(match)}>
      {say("relations.known.pick")} <span className="only-heard">{match.thread_code}</span>
    </Button>
  );
  return (
    <FindSomebody
      name="relation-find" label={say("search.text")} verb={say("search.verb")}
      act={(match) => (match.id === person.id ? <span className="aside-text">{say("relations.known.self")}</span> : pick(match))}
      none={<p className="aside-text">{say("relations.known.none")}</p>}
    />
  );
}
