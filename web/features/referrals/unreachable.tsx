// Said before it is sent: with what travels nobody could reach the person; and each way out of that.
import { Button, TextLink } from "@/design/button";
import { Note } from "@/design/note";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import type { DeskProps } from "./ficha-desk";
import { reachesNobody, waysOf } from "./reach";
import { referralWords } from "./words";

export function Unreachable({ person, form, onChange }: DeskProps) {
  const say = useWords(referralWords);
  const mayWrite = useMe().permissions.includes("person_write");
  if (!reachesNobody(form, person)) return null;
  const ways = waysOf(person);
  return (
    <Note tone="look" live>
      <p>
        <b>{say("reach.nobody")}</b> {say(form.kind === "warm" ? "reach.together" : "reach.not_warm")}
      </p>
      <p className="form-acts">
        {ways.map((one) => (
          <Button key={one} size="tight" onPress={() => onChange({ share: [...form.share, one] })}>
            {say("reach.mark", { what: say(`share.${one}`).toLowerCase() })}
          </Button>
        ))}
        {form.kind !== "warm" && (
          <Button size="tight" onPress={() => onChange({ kind: "warm" })}>
            {say("reach.warm")}
          </Button>
        )}
        {ways.length === 0 && mayWrite && <TextLink to={`/personas/${person.id}/contacto`}>{say("reach.note")}</TextLink>}
      </p>
    </Note>
  );
}
