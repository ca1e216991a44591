// Referring from the directory: first, whom.
import { ButtonLink } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { Sheet } from "@/design/sheet";
import { FindSomebody } from "@/features/people/find-somebody";
import { usePageTitle } from "@/shell/page";
import { useWords } from "@/words/say";
import { referralWords } from "./words";
import "./compose.css";

export function PickPerson({ service }: { service: string }) {
  const say = useWords(referralWords);
  usePageTitle(say("pick.title"));
  const address = (id: string) => `/personas/${id}/derivar${service ? `?servicio=${service}` : ""}`;
  return (
    <div className="compose compose--find">
      <section className="compose__side" aria-labelledby="pick-heading">
        <h1 id="pick-heading">{say("pick.title")}</h1>
      </section>
      <Sheet labelledBy="pick-title" look="column">
        <h2 id="pick-title">{say("pick.whom")}</h2>
        <FindSomebody
          name="text" label={say("pick.text")} verb={say("pick.verb")} weight="first"
          act={(match) => (
            <ButtonLink to={address(match.id)} size="tight">
              {say("pick.refer")} <span className="only-heard">{match.thread_code}</span>
            </ButtonLink>
          )}
          none={<EmptyState truth={say("pick.none")} act={<ButtonLink to="/personas/nueva">{say("pick.register")}</ButtonLink>} />}
        />
      </Sheet>
    </div>
  );
}
