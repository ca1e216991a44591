// The thread as a list: what happened, in which institution, when it happened and, if it was later, when it was entered.
import { Button } from "@/design/button";
import { Busy } from "@/design/busy";
import { EmptyState } from "@/design/empty-state";
import { KnotMark, type KnotShape } from "@/design/knot";
import { SectorMark } from "@/design/sector-mark";
import { Trouble } from "@/design/trouble";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { usePersonThread, type Person, type ThreadEvent } from "./people";
import { peopleWords } from "./words";
import "./thread-list.css";

/** Kinds of event by their shape; a kind this version does not know is a contact's disc. */
const shapes: Readonly<Record<string, KnotShape>> = {
  screening: "screening", consent: "permission", disclosure: "permission", referral_sent: "referral", referral_accepted: "accepted",
  first_contact: "arrived", session: "session", message: "message", follow_up: "message", commitment_fulfilled: "fulfilled", mesa: "mesa",
};

/** Under an hour apart, the two moments are the same one. */
const k_late = 3_600_000;
const enteredLate = (event: ThreadEvent) => Date.parse(event.entered_at) - Date.parse(event.event_at) > k_late;

export function ThreadList({ person }: { person: Person }) {
  const say = useWords(peopleWords);
  const thread = usePersonThread(person.id);
  const events = thread.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <h2 id="sheet-title">{say("list.title")}</h2>
      <Busy waiting={thread.isPending} />
      {thread.isError && <Trouble problem={thread.error} onRetry={() => void thread.refetch()} />}
      {thread.isSuccess && events.length === 0 && <EmptyState truth={say("list.none")} />}
      <ol className="thread-list">
        {events.map((event) => (
          <EventLine key={event.id} event={event} />
        ))}
      </ol>
      {thread.hasNextPage && (
        <Button weight="word" onPress={() => void thread.fetchNextPage()} pending={thread.isFetchingNextPage}>
          {say("list.more")}
        </Button>
      )}
    </>
  );
}

function EventLine({ event }: { event: ThreadEvent }) {
  const say = useWords(peopleWords);
  const dates = useDates();
  return (
    <li className="thread-list__event">
      <KnotMark shape={shapes[event.kind] ?? "contact"} hue={event.institution.sector} />
      <div>
        <p>
          <time dateTime={event.event_at}>{dates.moment(event.event_at)}</time> <b>{event.title}</b>
        </p>
        {event.detail && <p className="thread-list__detail">{event.detail}</p>}
        <p className="aside-text">
          <SectorMark sector={event.institution.sector} name={event.mine ? say("list.mine") : event.institution.name} />
          {enteredLate(event) && <> · {say("list.entered", { when: dates.moment(event.entered_at) })}</>}
        </p>
      </div>
    </li>
  );
}
