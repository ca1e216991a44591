// Beside every text about risk: what to do first and whom to call. A number can be tapped only while its confirmation lasts.
import { Phone } from "lucide-react";
import { Icon } from "@/design/icon";
import { Note } from "@/design/note";
import { useWords } from "@/words/say";
import { useEmergencyNumbers, type EmergencyNumber } from "./emergency-numbers";
import { attentionWords } from "./words";
import "./emergency.css";

/** @param past of a conversation that is over: what to do now is not said of it */
export function EmergencyList({ past = false }: { past?: boolean }) {
  const say = useWords(attentionWords);
  const { data = [] } = useEmergencyNumbers();
  const told = data.filter(({ decision }) => decision === undefined || decision === "confirmed");
  return (
    <Note tone="danger">
      <p>
        <b>{say(past ? "risk.again" : "risk.banner")}</b>
      </p>
      {!past && <p>{say("risk.conduct")}</p>}
      <ul className="emergency">
        {told.map((one) => (
          <EmergencyLine key={one.number} one={one} />
        ))}
      </ul>
      {told.length === 0 && <p>{say("risk.numbers")}</p>}
    </Note>
  );
}

function EmergencyLine({ one }: { one: EmergencyNumber }) {
  const say = useWords(attentionWords);
  // A demonstration shows its numbers and has no address to dial them by.
  const dialable = one.is_shown && one.uri !== "";
  return (
    <li>
      {dialable ? (
        <a className="button button--danger button--tight" href={one.uri}>
          <Icon of={Phone} />
          {one.number}
        </a>
      ) : (
        <b className="emergency__number">{one.number}</b>
      )}
      <span>
        <b>{one.name}.</b> {one.use_when}
        {!dialable && <span className="aside-text"> {say(one.is_shown ? "risk.sample" : "risk.unconfirmed")}</span>}
      </span>
    </li>
  );
}
