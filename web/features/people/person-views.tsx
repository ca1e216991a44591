// "Quién lo vio": every opening of the record, refused attempts too. The person reads the same list.
import { Button, TextLink } from "@/design/button";
import { Busy } from "@/design/busy";
import { EmptyState } from "@/design/empty-state";
import { Trouble } from "@/design/trouble";
import type { Schema } from "@/api/client";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { usePersonViews, type Person } from "./people";
import { peopleWords } from "./words";
import "./person-views.css";

type View = Schema["PersonView"];

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

function ViewLine({ view }: { view: View }) {
  const say = useWords(peopleWords);
  const dates = useDates();
  const me = useMe();
  const mine = view.actor_name === me.name && view.institution_name === me.institution.name;
  const who = mine ? say("views.you") : say("views.who", { name: view.actor_name, institution: view.institution_name });
  return (
    <li className={view.action === "refused" ? "view view--refused" : "view"}>
      <time dateTime={view.at}>{dates.moment(view.at)}</time>
      <span>
        {say.rich("views.line", { who, what: view.what })}
        {view.purpose && <span className="view__purpose">{view.purpose}</span>}
      </span>
    </li>
  );
}
