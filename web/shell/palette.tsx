// Ctrl K: pages as one writes, people when one asks. What is written never becomes part of an address.
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Autocomplete, Header, Input, Label, Menu, MenuItem, MenuSection, SearchField } from "react-aria-components";
import { useLocation } from "wouter";
import { Busy } from "@/design/busy";
import { Dialog } from "@/design/dialog";
import { fold } from "@/design/fold";
import { Trouble } from "@/design/trouble";
import { searchPeople, type PersonMatch, type PersonMatches } from "@/features/people/people";
import { peopleWords } from "@/features/people/words";
import { readSearch, threadCodeIn } from "@/features/people/writing";
import { threadPath } from "@/features/thread/code-link";
import type { Problem } from "@/api/problem";
import { useWords } from "@/words/say";
import { offered, pathOf } from "./pages";
import type { Place } from "./places";
import { useMe } from "./session";
import { shellWords } from "./words";
import "@/design/field.css";
import "@/design/popover.css";
import "./palette.css";

interface PaletteProps {
  places: readonly Place[];
  onClose: () => void;
}

export function Palette({ places, onClose }: PaletteProps) {
  const say = useWords(shellWords);
  const [text, setText] = useState("");
  const search = useMutation<PersonMatches, Problem, string>({ mutationFn: (wanted) => searchPeople(readSearch(wanted)) });
  const input = useRef<HTMLInputElement>(null);
  const [, navigate] = useLocation();
  // Enter chooses what is marked; after a paste nothing is, and then it asks for what was pasted.
  const enter = () => {
    if (fold(text).length < 2 || input.current?.getAttribute("aria-activedescendant")) return;
    const code = threadCodeIn(text);
    if (!code) return search.mutate(text);
    navigate(threadPath(code));
    onClose();
  };
  const write = (next: string) => {
    setText(next);
    search.reset();
  };
  return (
    <Dialog open title={say("palette.title")} onClose={onClose}>
      <Autocomplete inputValue={text} onInputChange={write}>
        <SearchField className="field" autoFocus onSubmit={enter}>
          <Label className="field__label">{say("palette.label")}</Label>
          <span className="field__hint">{say("palette.hint")}</span>
          <Input ref={input} className="field__input" autoComplete="off" />
        </SearchField>
        <Menu className="options palette" aria-label={say("palette.title")} onClose={onClose} shouldFocusWrap>
          {search.data ? <Found matches={search.data.items} /> : <Ask text={text} onAsk={() => search.mutate(text)} />}
          {!search.data && <Pages text={text} places={places} />}
        </Menu>
      </Autocomplete>
      <Busy waiting={search.isPending} />
      {search.isError && <Trouble problem={search.error} onRetry={() => search.mutate(text)} />}
      {search.data && <Beyond matches={search.data} />}
    </Dialog>
  );
}

/** Searching people is written in their record, so it happens when it is asked for, not at every letter. */
function Ask({ text, onAsk }: { text: string; onAsk: () => void }) {
  const say = useWords(shellWords);
  if (fold(text).length < 2) return null;
  const code = threadCodeIn(text);
  return (
    <MenuSection aria-label={say("palette.found")}>
      {code ? (
        <MenuItem className="option" href={threadPath(code)} textValue={text}>
          {say("palette.code", { code })}
        </MenuItem>
      ) : (
        <MenuItem className="option" onAction={onAsk} shouldCloseOnSelect={false} textValue={text}>
          {say("palette.people", { text: text.trim() })}
        </MenuItem>
      )}
    </MenuSection>
  );
}

function Found({ matches }: { matches: readonly PersonMatch[] }) {
  const say = useWords(shellWords);
  const sayPeople = useWords(peopleWords);
  if (matches.length === 0) return null;
  return (
    <MenuSection className="options__section">
      <Header className="options__header">{say("palette.found")}</Header>
      {matches.map((match) => (
        <MenuItem key={match.id} className="option" href={`/personas/${match.id}`} textValue={match.masked_name}>
          <b>{match.masked_name}</b> <span className="code">{match.thread_code}</span> <span className="aside-text">{sayPeople(`match.by.${match.reason}`)}</span>
        </MenuItem>
      ))}
    </MenuSection>
  );
}

function Beyond({ matches }: { matches: PersonMatches }) {
  const say = useWords(shellWords);
  return (
    <div role="status" className="aside-text">
      {matches.items.length === 0 && <p>{say("palette.none")}</p>}
      {matches.known_to_network && <p>{say("palette.known")}</p>}
    </div>
  );
}

function Pages({ text, places }: { text: string; places: readonly Place[] }) {
  const say = useWords(shellWords);
  const { permissions } = useMe();
  const entries = [
    ...places.map((place) => ({ to: pathOf(place), label: say(`place.${place}`) })),
    ...offered(permissions, places).map(({ to, word }) => ({ to, label: say(word) })),
    { to: "/avisos", label: say("menu.notices") },
    { to: "/cuenta", label: say("menu.account") },
  ];
  const shown = entries.filter((entry) => fold(entry.label).includes(fold(text)));
  if (shown.length === 0) return null;
  return (
    <MenuSection className="options__section">
      <Header className="options__header">{say("palette.pages")}</Header>
      {shown.map((entry) => (
        <MenuItem key={entry.to} className="option" href={entry.to}>
          {entry.label}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
