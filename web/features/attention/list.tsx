// Conversations of one's institution, the newest first; nothing of what was said. What is searched never enters an address.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Problem } from "@/api/problem";
import { Busy } from "@/design/busy";
import { Button, ButtonLink } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { Note } from "@/design/note";
import { Sheet } from "@/design/sheet";
import { Trouble } from "@/design/trouble";
import { searchPeople, type PersonMatches, type PersonSearch } from "@/features/people/people";
import { usePageTitle } from "@/shell/page";
import { useZone } from "@/words/dates";
import { useWords } from "@/words/say";
import { useFoundContacts, type ContactQuery } from "./contacts";
import { ContactRows } from "./contact-rows";
import { ListFields } from "./list-fields";
import { emptyList, questionOf, type ListFault, type ListForm } from "./list-search";
import { OpenContacts } from "./open-contacts";
import { attentionWords } from "./words";
import "@/features/people/matches.css";
import "./list.css";

export function Page() {
  const say = useWords(attentionWords);
  const zone = useZone();
  const [form, setForm] = useState<ListForm>(emptyList);
  const [faults, setFaults] = useState<readonly ListFault[]>([]);
  const [question, setQuestion] = useState<ContactQuery>({});
  const people = useMutation<PersonMatches, Problem, PersonSearch>({ mutationFn: searchPeople });
  const found = useFoundContacts(question);
  usePageTitle(say("list.title"));
  const ask = (asked: ListForm) => {
    const read = questionOf(asked, zone);
    setFaults(Array.isArray(read) ? read : []);
    if (Array.isArray(read)) return;
    people.reset();
    if (!read.person) return setQuestion(read.query);
    people.mutate(read.person, {
      onSuccess: ({ items }) => {
        const only = items.length === 1 ? items[0] : undefined;
        if (only) setQuestion({ ...read.query, person_id: only.id });
      },
    });
  };
  const clear = () => {
    setForm(emptyList);
    setFaults([]);
    people.reset();
    setQuestion({});
  };
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const choosing = people.data && people.data.items.length !== 1;
  return (
    <div className="contacts">
      <div className="contacts__rail">
        <h1>{say("list.title")}</h1>
        <ButtonLink to="/contactos/nuevo" weight="first" wide>{say("start.title")}</ButtonLink>
        <ListFields form={form} onChange={setForm} onAsk={ask} onClear={clear} faults={faults} pending={people.isPending} />
        <OpenContacts />
      </div>
      <Sheet labelledBy="contacts-title" look="column">
        <h2 id="contacts-title">{Object.keys(question).length > 0 ? say("list.found") : say("list.newest")}</h2>
        {people.isError && <Trouble problem={people.error} onRetry={() => ask(form)} />}
        {choosing && <Choose matches={people.data} onChoose={(id) => { people.reset(); setQuestion({ person_id: id }); }} />}
        <Busy waiting={found.isPending} />
        {found.isError && <Trouble problem={found.error} onRetry={() => void found.refetch()} />}
        {!choosing && found.isSuccess && items.length === 0 && <EmptyState truth={Object.keys(question).length > 0 ? say("list.none") : say("list.empty")} />}
        {!choosing && <ContactRows items={items} />}
        {!choosing && found.hasNextPage && (
          <Button weight="word" onPress={() => void found.fetchNextPage()} pending={found.isFetchingNextPage}>{say("list.more")}</Button>
        )}
      </Sheet>
    </div>
  );
}

/** Several may be the one that was looked for: covered, until one is chosen. */
function Choose({ matches, onChoose }: { matches: PersonMatches; onChoose: (id: string) => void }) {
  const say = useWords(attentionWords);
  if (matches.items.length === 0) return <Note live>{matches.known_to_network ? say("find.known") : say("find.none")}</Note>;
  return (
    <Note tone="look" live>
      <b>{say("list.which", { count: matches.items.length })}</b>
      <ul className="matches">
        {matches.items.map((match) => (
          <li key={match.id} className="match">
            <span>
              {match.masked_name} <span className="aside-text">{[match.age !== undefined && say("who.age", { age: match.age }), match.thread_code].filter(Boolean).join(" · ")}</span>
            </span>
            <Button size="tight" onPress={() => onChoose(match.id)}>{say("list.theirs")} <span className="only-heard">{match.thread_code}</span></Button>
          </li>
        ))}
      </ul>
    </Note>
  );
}
