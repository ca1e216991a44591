// How to reach a service. A number can be tapped only while an editor's confirmation holds; anybody may say that it is wrong.
import { useState } from "react";
import { serverNow } from "@/api/transport";
import { saidIn } from "@/api/problem";
import { Button } from "@/design/button";
import { Note } from "@/design/note";
import { useUndo } from "@/design/undo-bar";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { addressOf } from "./address";
import { standingOf, useConfirm, useDoubt, useTap, type Channel, type Entry } from "./directory";
import { directoryWords } from "./words";
import "./channels.css";

export function Channels({ entry, mayCheck }: { entry: Entry; mayCheck: boolean }) {
  const say = useWords(directoryWords);
  const doubt = useDoubt();
  const confirm = useConfirm();
  const tap = useTap();
  const mayDoubt = useMe().permissions.includes("directory_doubt");
  const offerUndo = useUndo();
  // One touch strikes a number for everybody: for ten seconds it is only about to be told.
  const [telling, setTelling] = useState<number | null>(null);
  const tell = (channel: number) => {
    const contact = entry.channels[channel]?.contact ?? "";
    const send = () => {
      setTelling((now) => (now === channel ? null : now));
      return doubt.mutateAsync({ id: entry.id, channel, contact });
    };
    offerUndo({ done: say("channel.doubt_waits", { contact }), undo: () => setTelling(null), send, failed: say("channel.doubt_failed", { contact }) });
    setTelling(channel);
  };
  return (
    <section aria-labelledby="channels-title" className="section">
      <h3 id="channels-title" className="section-title">
        {say("six.channels")}
      </h3>
      <ul className="channels">
        {entry.channels.map((channel, index) => (
          <li key={`${channel.kind} ${channel.contact}`} className="channel">
            <ChannelLine channel={channel} onTap={() => tap.mutate(entry.id)} />
            {channel.contact !== "" && (
              <span className="channel__acts">
                {mayDoubt && standingOf(channel, serverNow()) !== "doubted" && (
                  <Button size="tight" pending={doubt.isPending && doubt.variables.channel === index} disabled={telling === index} onPress={() => tell(index)}>
                    {say(telling === index ? "channel.wrong_waits" : "channel.wrong")}
                  </Button>
                )}
                {mayCheck && (
                  <Button size="tight" pending={confirm.isPending && confirm.variables.channel === index} onPress={() => confirm.mutate({ id: entry.id, channel: index, version: entry.version })}>
                    {say("channel.right")}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {entry.channels.length === 0 && <p>{say("channel.none")}</p>}
      {confirm.error && <Note tone="look">{saidIn(confirm.error) || say("channel.not_kept")}</Note>}
      {doubt.isSuccess && <Note>{say(doubt.data.channels[doubt.variables.channel]?.doubted_at ? "channel.doubt_thanks" : "channel.doubt_told")}</Note>}
    </section>
  );
}

function ChannelLine({ channel, onTap }: { channel: Channel; onTap: () => void }) {
  const say = useWords(directoryWords);
  const dates = useDates();
  const { demo } = useMe();
  const standing = standingOf(channel, serverNow());
  const address = demo || standing !== "confirmed" ? "" : addressOf(channel);
  const until = channel.confirmation && standing === "confirmed" ? say("standing.until", { day: dates.day(channel.confirmation.expires) }) : "";
  return (
    <span className="channel__what">
      <span className="aside-text">{say(`channel.${channel.kind}`)}</span>
      {channel.contact !== "" && (address ? <a className="channel__contact" href={address} onClick={onTap}>{channel.contact}</a> : <span className={standing === "doubted" ? "channel__contact channel__contact--struck" : "channel__contact"}>{channel.contact}</span>)}
      <span className="aside-text">{until || say(`standing.${standing}`)}</span>
      {channel.reported_at !== undefined && <span className="channel__reported">{say("channel.reported", { when: dates.moment(channel.reported_at) })}</span>}
    </span>
  );
}
