// Who could take it instead: the directory's own answer for this age, place and topic.
import { ComboBox } from "@/design/combo-box";
import { useFact } from "@/features/directory/directory";
import { useWords } from "@/words/say";
import { useMatch } from "./match";
import type { Movable } from "./referrals";
import { referralWords } from "./words";

interface AlternativeProps {
  referral: Movable;
  value: string;
  onChange: (id: string) => void;
}

export function Alternative({ referral, value, onChange }: AlternativeProps) {
  const say = useWords(referralWords);
  const fact = useFact();
  const { package: ficha, topic, service_id } = referral;
  const match = useMatch({ ...(topic ? { topic } : {}), ...(ficha?.age === undefined ? {} : { age: ficha.age }), ...(ficha?.identity.comuna ? { comuna: ficha.identity.comuna } : {}) });
  const options = (match.data?.matches ?? [])
    .filter(({ service }) => service.id !== service_id)
    .map(({ service, fits }) => ({ value: service.id, label: service.name, note: fits.slice(0, 2).map(fact).join(" · ") }));
  return (
    <ComboBox
      name="answer-alternative"
      label={say("field.alternative")}
      hint={say("field.alternative.hint")}
      value={value === "" ? null : value}
      onChange={(id) => onChange(id ?? "")}
      options={options}
      optional
    />
  );
}
