// Whether a service is in the directory already, under this name or one like it: before anybody writes it twice.
import { TextLink } from "@/design/button";
import { useSettled } from "@/design/settled";
import { useWords } from "@/words/say";
import { useMatch } from "./directory";
import { emptyQuestion } from "./question";
import { directoryWords } from "./words";
import "./new-service.css";

const k_shown = 5;
const k_letters = 3;

export function LikeIt({ name }: { name: string }) {
  const settled = useSettled(name.trim());
  return settled.length < k_letters ? null : <Found name={settled} />;
}

function Found({ name }: { name: string }) {
  const say = useWords(directoryWords);
  const { data } = useMatch({ ...emptyQuestion, when: "any", words: name });
  if (!data) return null;
  const alike = [...data.matches, ...data.near_misses].slice(0, k_shown);
  return (
    <section className="new-service__like" aria-live="polite" aria-label={say("new.like")}>
      <h2 className="section-title">{alike.length > 0 ? say("new.like") : say("new.like.none")}</h2>
      <ul className="new-service__found">
        {alike.map(({ service }) => (
          <li key={service.id}>
            <TextLink to={`/catastro/${service.id}`}>{service.name}</TextLink>
            <p className="aside-text">
              {service.kind_name} · {service.institution}
            </p>
          </li>
        ))}
      </ul>
      {alike.length > 0 && <p className="aside-text">{say("new.like.open")}</p>}
    </section>
  );
}
