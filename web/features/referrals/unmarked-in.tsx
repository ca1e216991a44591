// Beside a line that says what is not marked: what it is, and the two ways out.
import { Button } from "@/design/button";
import { useComunaName } from "@/features/people/people";
import { useWords } from "@/words/say";
import type { DeskProps } from "./ficha-desk";
import { takenOut, unmarkedIn } from "./unmarked";
import { referralWords } from "./words";

interface UnmarkedInProps extends Pick<DeskProps, "person" | "form" | "onChange"> {
  text: string;
  onText: (text: string) => void;
  /** The line's own name, for whoever hears the buttons. */
  where: string;
}

export function UnmarkedIn({ person, form, onChange, text, onText, where }: UnmarkedInProps) {
  const say = useWords(referralWords);
  const comuna = useComunaName()(person.comuna);
  const found = unmarkedIn(text, person, form.share, comuna);
  return (
    <span className="unmarked" role="status">
      {found.map(({ kind, share, spans }) => (
        <span key={kind}>
          {say("unmarked.says", { what: say(`unmarked.what.${kind}`), kind })}{" "}
          <Button weight="word" size="tight" onPress={() => onChange({ share: [...form.share, share] })}>
            {say("unmarked.mark", { what: say(`share.${share}`) })}
          </Button>{" "}
          <Button weight="word" size="tight" onPress={() => onText(takenOut(text, spans))}>
            {say("unmarked.take_out")} <span className="only-heard">{say("unmarked.where", { what: say(`unmarked.what.${kind}`), where })}</span>
          </Button>
        </span>
      ))}
    </span>
  );
}
