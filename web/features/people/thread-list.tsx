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

/** Which knot draws each kind (src/core/thread/README.md). A new kind does not compile until it has one. */
const shapes: Record<ThreadEvent["kind"], KnotShape> = {
  contact: "contact", note: "contact", screening: "screening", message: "message", session: "session", mesa: "mesa",
  permission: "permission", permission_withdrawn: "permission",
  information_given: "referral", referral_sent: "referral", referral_redirected: "referral", referral_cancelled: "referral",
  referral_expired: "referral", referral_failed: "referral",
  referral_acknowledged: "accepted", referral_waitlisted: "accepted", referral_accepted: "accepted", referral_declined: "accepted",
  arrived: "arrived", arrival_denied: "arrived",
  appointment: "session", no_show: "session", service_started: "session", on_hold: "session", resumed: "session",
  commitment_fulfilled: "fulfilled", outcome: "fulfilled", closed: "fulfilled", reopened: "fulfilled",
};

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
  const notes = [event.user_name && say("list.by", { name: event.user_name }), event.entered_late && say("list.entered", { when: dates.moment(event.entered_at) })];
  return (
    <li className="thread-list__event">
      <KnotMark shape={shapes[event.kind]} hue={event.institution.sector} />
      <div>
        <p>
          <time dateTime={event.event_at}>{dates.moment(event.event_at)}</time> <b>{say(`event.${event.kind}`)}</b>
        </p>
        <p className="aside-text">
          <SectorMark sector={event.institution.sector} name={event.mine ? say("list.mine") : event.institution.name} />{" "}
          {notes.filter(Boolean).join(" · ")}
        </p>
      </div>
    </li>
  );
}
