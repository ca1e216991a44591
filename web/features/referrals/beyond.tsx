// What travels above the agreement of the two institutions: each class is marked for this referral alone, or does not go.
import { Checkbox } from "@/design/checkbox";
import { useWords } from "@/words/say";
import { beyondOf, classesOf } from "./compose-form";
import type { DeskProps } from "./ficha-desk";
import { referralWords } from "./words";

interface BeyondProps {
  desk: DeskProps;
  limit: number;
}

export function Beyond({ desk: { form, person, onChange, errorOf }, limit }: BeyondProps) {
  const say = useWords(referralWords);
  const classes = beyondOf(classesOf(form, person), limit);
  if (classes.length === 0) return null;
  const mark = (one: number, goes: boolean) => onChange({ beyond: goes ? [...form.beyond, one] : form.beyond.filter((other) => other !== one) });
  return (
    <fieldset className="beyond" id="compose-beyond" tabIndex={-1}>
      <legend>{say("beyond.title")}</legend>
      {classes.map((one) => (
        <Checkbox key={one} checked={form.beyond.includes(one)} onChange={(goes) => mark(one, goes)}>
          {say(`beyond.${one}` as "beyond.1")}
        </Checkbox>
      ))}
      {errorOf("beyond") && <p className="field__error">{errorOf("beyond")}</p>}
    </fieldset>
  );
}
