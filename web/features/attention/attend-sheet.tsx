// The start of a shift with nothing loose: how the next conversation comes in, and what was left to write up.
import { saidIn } from "@/api/problem";
import { Button, TextLink } from "@/design/button";
import { Sheet } from "@/design/sheet";
import { useWords } from "@/words/say";
import { channels } from "./contacts";
import { OpenContacts } from "./open-contacts";
import { useStart } from "./starting";
import { attentionWords } from "./words";
import "./attend-sheet.css";

export function AttendSheet() {
  const say = useWords(attentionWords);
  const { start, pending, error } = useStart();
  const [first, ...rest] = channels;
  return (
    <Sheet labelledBy="attend-title">
      <div className="attend">
        <div>
          <h2 id="attend-title">{say("attend.title")}</h2>
          <p className="aside-text">{say("start.why")}</p>
          <p className="attend__first">
            <Button weight="first" size="large" onPress={() => start(first)} pending={pending}>{say(`begin.${first}`)}</Button>
          </p>
          <p className="start__channels">
            {rest.map((channel) => (
              <Button key={channel} onPress={() => start(channel)} disabled={pending}>{say(`begin.${channel}`)}</Button>
            ))}
          </p>
          {error && <p role="alert">{saidIn(error) || say("failed")}</p>}
          <TextLink to="/contactos/nuevo">{say("attend.late")}</TextLink>
        </div>
        <div className="attend__left">
          <OpenContacts none={<p className="aside-text">{say("open.none")}</p>} />
        </div>
      </div>
    </Sheet>
  );
}
