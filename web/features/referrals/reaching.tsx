// How a service is reached. A number nobody confirmed is said to be so, and is not offered to be dialled.
import { serverNow } from "@/api/transport";
import { standingOf, type Entry } from "@/features/directory/directory";
import { useWords } from "@/words/say";
import { referralWords } from "./words";

export function Reaching({ service }: { service: Entry }) {
  const say = useWords(referralWords);
  return (
    <ul className="reaching">
      {service.channels.map((channel) => {
        const confirmed = standingOf(channel, serverNow()) === "confirmed";
        return (
          <li key={`${channel.kind} ${channel.contact}`}>
            {say(`way.${channel.kind}`)}: {confirmed ? <b>{channel.contact}</b> : <span className="faint">{say("reaching.unconfirmed")}</span>}
          </li>
        );
      })}
    </ul>
  );
}
