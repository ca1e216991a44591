// Everything one was told and has not said to know: code and act, a way to what it is about, and "seen".
import { serverNow } from "@/api/transport";
import { useAnnounce } from "@/design/announce";
import { Busy } from "@/design/busy";
import { Button, ButtonLink } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { ErrorSummary } from "@/design/error-summary";
import { Row, Rows } from "@/design/rows";
import { Sheet } from "@/design/sheet";
import { Trouble } from "@/design/trouble";
import { placeOf } from "@/features/commitments/place";
import { useTitleOf } from "@/features/commitments/title";
import { CodeLink } from "@/features/thread/code-link";
import { usePageTitle } from "@/shell/page";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { MailPreference } from "./mail-preference";
import { noticesOf, useAcknowledge, useNotices, type Notice } from "./notices";
import { noticeWords } from "./words";
import "./notices.css";

type Key = keyof (typeof noticeWords)["es"];
const isKey = (key: string): key is Key => Object.hasOwn(noticeWords.es, key);

function NoticeRow({ notice, onSeen, pending }: { notice: Notice; onSeen: () => void; pending: boolean }) {
  const say = useWords(noticeWords);
  const dates = useDates();
  const what = useTitleOf()({ kind: notice.about });
  const key = `notice.${notice.kind}`;
  const me = useMe();
  // Between two others it cannot be opened: the list says between whom.
  const path = notice.kind === "commitment.unanswered" ? "/derivaciones" : (placeOf({ ...notice, kind: notice.about }, me) ?? (notice.commitment_id ? "/" : undefined));
  return (
    <Row
      title={say(isKey(key) ? key : "notice.other", { when: notice.due_at ? dates.moment(notice.due_at) : "", what })}
      note={
        <>
          {notice.thread_code && <CodeLink code={notice.thread_code} />}
          {notice.thread_code && " · "}
          {dates.moment(notice.at)}
          {notice.must_acknowledge && notice.due_at && (
            <>
              {" "}
              · <b>{say(new Date(notice.due_at) <= serverNow() ? "must.late" : "must", { when: dates.moment(notice.due_at) })}</b>
            </>
          )}
        </>
      }
      acts={
        <>
          {path && (
            <ButtonLink to={path}>
              {say("open")} <span className="only-heard">{notice.thread_code}</span>
            </ButtonLink>
          )}
          <Button {...(notice.must_acknowledge ? {} : { weight: "word" as const })} onPress={onSeen} pending={pending}>
            {say("seen")} <span className="only-heard">{notice.thread_code}</span>
          </Button>
        </>
      }
    />
  );
}

export function Page() {
  const say = useWords(noticeWords);
  const announce = useAnnounce();
  const query = useNotices();
  const acknowledge = useAcknowledge((ids) => announce(say("seen.done", { count: ids.length })));
  usePageTitle(say("title"));
  // What goes on to whoever supervises unless one says to know it is read first.
  const notices = noticesOf(query).sort((one, other) => Number(other.must_acknowledge) - Number(one.must_acknowledge));
  // What asks to be acknowledged is answered for all who were told: one by one, never along with the rest.
  const plain = notices.filter((notice) => !notice.must_acknowledge).slice(0, 100);
  return (
    <div className="notices">
      <Sheet labelledBy="notices-title" look="column">
        <h1 id="notices-title">{say("title")}</h1>
        <p className="aside-text">{say("lead")}</p>
        <Busy waiting={query.isPending} />
        {query.isError && <Trouble problem={query.error} onRetry={() => void query.refetch()} />}
        <ErrorSummary problem={acknowledge.error} />
        {query.isSuccess && notices.length === 0 && <EmptyState truth={say("empty")} />}
        {notices.length > 0 && (
          <Rows title={say("list")}>
            {notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} onSeen={() => acknowledge.mutate([notice.id])} pending={acknowledge.isPending} />
            ))}
          </Rows>
        )}
        {query.hasNextPage && (
          <Button weight="word" onPress={() => void query.fetchNextPage()} pending={query.isFetchingNextPage}>
            {say("more")}
          </Button>
        )}
        {plain.length > 1 && (
          <Button onPress={() => acknowledge.mutate(plain.map((notice) => notice.id))} pending={acknowledge.isPending}>
            {say(plain.length < notices.length ? "seen.others" : "seen.all")}
          </Button>
        )}
      </Sheet>
      <MailPreference />
    </div>
  );
}
