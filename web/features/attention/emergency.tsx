// Beside every text about risk: what to do first and whom to call. A number can be tapped only while its confirmation lasts.
import { Phone } from "lucide-react";
import { Icon } from "@/design/icon";
import { Note } from "@/design/note";
import { useWords } from "@/words/say";
import { useCrisisLines } from "./emergency-numbers";
import { attentionWords } from "./words";
import "./emergency.css";

export function EmergencyList() {
  const say = useWords(attentionWords);
  const { data = [] } = useCrisisLines();
  return (
    <Note tone="danger">
      <p>
        <b>{say("risk.banner")}</b>
      </p>
      <p>{say("risk.conduct")}</p>
      {data.length > 0 && (
        <ul className="emergency">
          {data.map((line) => (
            <li key={line.id}>
              <a className="button button--danger button--tight" href={line.uri}>
                <Icon of={Phone} />
                {line.contact}
              </a>
              <span>{line.name}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="aside-text">{say("risk.numbers")}</p>
    </Note>
  );
}
