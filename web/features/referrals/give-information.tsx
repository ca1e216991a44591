// To tell somebody where to turn: how they get in, and whether the number was confirmed. Nothing of the person leaves.
import { Button } from "@/design/button";
import { useWords } from "@/words/say";
import type { DeskProps, SendingProps } from "./ficha-desk";
import { Reaching } from "./reaching";
import { UrgencyForm } from "./urgency-form";
import { referralWords } from "./words";

export function GiveInformation({ service, form, onChange, pending, ready }: DeskProps & SendingProps) {
  const say = useWords(referralWords);
  return (
    <div className="give">
      <h2>{say("give.heading", { name: service.name })}</h2>
      <p>{say("give.nothing_travels")}</p>
      <dl className="ficha__facts">
        {service.hours_said && (
          <div>
            <dt>{say("give.hours")}</dt>
            <dd>{service.hours_said}</dd>
          </div>
        )}
        {service.entry_requirements && (
          <div>
            <dt>{say("give.requirements")}</dt>
            <dd>{service.entry_requirements}</dd>
          </div>
        )}
        <div>
          <dt>{say("give.reaching")}</dt>
          <dd>
            <Reaching service={service} />
          </dd>
        </div>
      </dl>
      <UrgencyForm urgency={form.urgency} onChange={(urgency) => onChange({ urgency })} toldOnly />
      <div className="form-acts">
        <Button type="submit" weight="first" size="large" pending={pending} disabled={!ready}>
          {say("give.verb")}
        </Button>
      </div>
    </div>
  );
}
