// "Quién lo vio": every opening of the record, refused attempts too. The person reads the same list.
import { Button, TextLink } from "@/design/button";
import { Busy } from "@/design/busy";
import { EmptyState } from "@/design/empty-state";
import { Trouble } from "@/design/trouble";
import type { Schema } from "@/api/client";
import { locales } from "@/words/book";
import { useDates } from "@/words/dates";
import { useLanguage, useWords } from "@/words/say";
import { usePersonViews, type Person } from "./people";
import { writtenFields } from "./person-form";
import { peopleWords } from "./words";
import "./person-views.css";

type View = Schema["View"];

/** Enough to see the last days beside the sheet; the rest has its own view. */
const k_beside = 5;

export function PersonViewsAside({ person }: { person: Person }) {
  const say = useWords(peopleWords);
  const views = usePersonViews(person.id);
  const items = views.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <aside className="person__aside" aria-labelledby="views-aside">
      <h2 id="views-aside">{say("views.title")}</h2>
      <p className="aside-text">{say("views.why")}</p>
      <Busy waiting={views.isPending} />
      {views.isError && <Trouble problem={views.error} onRetry={() => void views.refetch()} />}
      <ViewLines views={items.slice(0, k_beside)} />
      {(items.length > k_beside || views.hasNextPage) && (
        <TextLink to={`/personas/${person.id}/vistas`} quiet>
          {say("views.all")}
        </TextLink>
      )}
    </aside>
  );
}

export function PersonViews({ person }: { person: Person }) {
  const say = useWords(peopleWords);
  const views = usePersonViews(person.id);
  const items = views.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="titled">
        <h2 id="sheet-title">{say("views.title")}</h2>
        <span className="aside-text">{say("views.why")}</span>
      </div>
      <Busy waiting={views.isPending} />
      {views.isError && <Trouble problem={views.error} onRetry={() => void views.refetch()} />}
      {views.isSuccess && items.length === 0 && <EmptyState truth={say("views.none")} />}
      <ViewLines views={items} />
      {views.hasNextPage && (
        <Button weight="word" onPress={() => void views.fetchNextPage()} pending={views.isFetchingNextPage}>
          {say("views.more")}
        </Button>
      )}
    </>
  );
}

function ViewLines({ views }: { views: readonly View[] }) {
  return (
    <ol className="views">
      {views.map((view, index) => (
        <ViewLine key={`${view.at} ${index}`} view={view} />
      ))}
    </ol>
  );
}

/** What was done, in words; an act of a room this version does not know is still an act. */
const acts = [
  "person.create", "person.view", "person.change", "thread.view", "thread.words", "contact.view", "contact.create", "contact.change",
  "referral.create", "referral.view", "referral.move", "referral.open_package",
] as const;

function ViewLine({ view }: { view: View }) {
  const say = useWords(peopleWords);
  const dates = useDates();
  const list = new Intl.ListFormat(locales[useLanguage()]);
  const act = acts.find((known) => known === view.action);
  const who = view.mine ? say("views.you") : say("views.who", { name: view.actor_name, institution: view.institution_name });
  const fields = view.fields.flatMap((name) => {
    const field = [...writtenFields, "safe_contact" as const].find((known) => known === name);
    return field ? [say(field).toLocaleLowerCase()] : [];
  });
  return (
    <li className={view.action.endsWith(".refused") ? "view view--refused" : "view"}>
      <time dateTime={view.at}>{dates.moment(view.at)}</time>
      <span>
        {say.rich("views.line", { who, what: act ? say(`views.act.${act}`) : say("views.act.other") })}
        {fields.length > 0 && <span className="view__fields">{list.format(fields)}</span>}
      </span>
    </li>
  );
}
