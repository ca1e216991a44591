// Where this account is signed in.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { useWrite } from "@/api/write";
import { Button } from "@/design/button";
import { Busy } from "@/design/busy";
import { ErrorSummary } from "@/design/error-summary";
import { Row, Rows } from "@/design/rows";
import { Trouble } from "@/design/trouble";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { accessWords } from "./words";

export function Sessions() {
  const say = useWords(accessWords);
  const dates = useDates();
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: ["sessions"], queryFn: () => answer(api.GET("/api/v1/sessions")) });
  const end = useWrite<string, unknown>(
    (id, headers) => answer(api.DELETE("/api/v1/sessions/{id}", { params: { path: { id } }, headers })),
    () => void queries.invalidateQueries({ queryKey: ["sessions"] }),
  );
  return (
    <section className="account__sessions" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{say("sessions.title")}</h2>
      <p className="aside-text">{say("sessions.note")}</p>
      <Busy waiting={sessions.isPending} />
      {sessions.isError && <Trouble problem={sessions.error} onRetry={() => void sessions.refetch()} />}
      <ErrorSummary problem={end.error} />
      <Rows label={say("sessions.title")}>
        {sessions.data?.items.map((session) => (
          <Row
            key={session.id}
            title={session.device}
            note={say("sessions.seen", { when: dates.moment(session.last_seen_at), since: dates.moment(session.created_at) })}
            acts={
              session.current ? (
                <span className="faint">{say("sessions.this")}</span>
              ) : (
                <Button weight="word" onPress={() => end.mutate(session.id)}>
                  {say("sessions.end")} <span className="only-heard">{session.device}</span>
                </Button>
              )
            }
          />
        ))}
      </Rows>
    </section>
  );
}
