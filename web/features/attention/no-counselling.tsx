// What was no counselling is closed with one tap, and can be taken back.
import { useWords } from "@/words/say";
import { notCounselling, type Disposition } from "./contacts";
import { attentionWords } from "./words";

interface TapsProps {
  onTap: (disposition: Disposition) => void;
  pending: boolean;
}

export function DispositionTaps({ onTap, pending }: TapsProps) {
  const say = useWords(attentionWords);
  return (
    <section className="section" aria-labelledby="taps-title">
      <h2 id="taps-title">{say("taps.title")}</h2>
      <ul className="taps">
        {notCounselling.map((disposition) => (
          <li key={disposition}>
            <button type="button" className="tap" disabled={pending} onClick={() => onTap(disposition)}>
              {say(`ended.${disposition}`)}
            </button>
          </li>
        ))}
      </ul>
      <p className="aside-text">{say("taps.note")}</p>
    </section>
  );
}
