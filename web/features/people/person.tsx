// One person, as this institution knows them: who, how to reach them safely, what is open, and who looked.
import type { ComponentType } from "react";
import { Busy } from "@/design/busy";
import { usePhone } from "@/design/phone";
import { Sheet } from "@/design/sheet";
import { Trouble } from "@/design/trouble";
import { WordTabs } from "@/design/word-tabs";
import { ThreadView } from "@/features/thread/thread-view";
import { MissingPage } from "@/shell/missing-page";
import { usePageTitle, type PageProps } from "@/shell/page";
import { useWords } from "@/words/say";
import { usePerson, type Person } from "./people";
import { PersonDataForm } from "./person-data-form";
import { PersonSheet } from "./person-sheet";
import { PersonKnown, PersonSide } from "./person-side";
import { PersonAside, PersonPermissions, PersonViews } from "./person-views";
import { SafeContactForm } from "./safe-contact-form";
import { peopleWords, type PeopleKey } from "./words";
import "./person.css";

interface PersonView {
  /** The last part of the address; "" is where the page opens. */
  path: string;
  /** Views without a word are reached from inside another one. */
  tab?: PeopleKey;
  Sheet?: ComponentType<{ person: Person }>;
  /** The thread takes the whole page. */
  thread?: "drawing" | "list";
  /** It has the room of the right column too. */
  whole?: true;
}

/** The views of a person. A new one is a line here. */
const views: readonly PersonView[] = [
  { path: "dibujo", tab: "tab.drawing", thread: "drawing" },
  { path: "lista", tab: "tab.list", thread: "list" },
  { path: "", tab: "tab.person", Sheet: PersonSheet },
  { path: "permisos", tab: "tab.permissions", Sheet: PersonPermissions, whole: true },
  { path: "vistas", tab: "tab.views", Sheet: PersonViews, whole: true },
  { path: "datos", Sheet: PersonDataForm },
  { path: "contacto", Sheet: SafeContactForm },
];

export function Page({ params }: PageProps) {
  const id = params["id"] ?? "";
  const view = views.find((candidate) => candidate.path === (params["view"] ?? ""));
  const person = usePerson(id);
  if (!view || person.error?.status === 404) return <MissingPage />;
  if (person.isError) return <Trouble problem={person.error} onRetry={() => void person.refetch()} />;
  if (!person.data) return <Busy waiting act="opening" />;
  return <PersonPage person={person.data} view={view} />;
}

function PersonPage({ person, view }: { person: Person; view: PersonView }) {
  const say = useWords(peopleWords);
  usePageTitle(person.thread_code);
  const isPhone = usePhone();
  const known = <PersonKnown person={person} />;
  const base = `/personas/${person.id}`;
  const tabs = views.flatMap(({ path, tab }) =>
    tab ? [{ to: path ? `${base}/${path}` : base, label: say(tab), current: path === view.path }] : [],
  );
  const words = <WordTabs label={say("person.tabs")} tabs={tabs} />;
  if (view.thread) return <ThreadView key={person.id} person={person} tabs={words} isList={view.thread === "list"} />;
  return (
    <div className={view.whole ? "person person--whole" : "person"}>
      <PersonSide person={person}>{!isPhone && known}</PersonSide>
      <Sheet labelledBy="sheet-title" look="column">
        {words}
        {view.Sheet && <view.Sheet key={person.id} person={person} />}
      </Sheet>
      {isPhone && known}
      {!view.whole && <PersonAside person={person} />}
    </div>
  );
}
