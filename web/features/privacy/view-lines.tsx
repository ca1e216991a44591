// "Quién lo vio": every opening of the record, refused attempts too. The person reads the same list.
import { peopleWords } from "@/features/people/words";
import { writtenFields } from "@/features/people/person-form";
import { locales } from "@/words/book";
import { useDates } from "@/words/dates";
import { useLanguage, useWords } from "@/words/say";
import { visitsOf, type View, type Visit } from "./views";
import { privacyWords } from "./words";
import "./views.css";

export function ViewLines({ views, most = Infinity }: { views: readonly View[]; most?: number }) {
  return (
    <ol className="views">
      {visitsOf(views).slice(0, most).map((visit, index) => (
        <ViewLine key={`${visit.first.at} ${index}`} visit={visit} />
      ))}
    </ol>
  );
}

function ViewLine({ visit }: { visit: Visit }) {
  const say = useWords(privacyWords);
  const sayOf = useWords(peopleWords);
  const dates = useDates();
  const list = new Intl.ListFormat(locales[useLanguage()]);
  const { first, acts, fields, purpose } = visit;
  const name = first.actor_name;
  const who = first.mine ? say("views.you") : name ? say("views.who", { name, institution: first.institution_name }) : say("views.somebody", { institution: first.institution_name });
  const named = fields.flatMap((written) => {
    const field = [...writtenFields, "safe_contact" as const].find((known) => known === written);
    return field ? [sayOf(field).toLocaleLowerCase()] : [];
  });
  const what = first.refused ? say("views.refused") : list.format(acts.map((act) => say(`act.${act}`)));
  return (
    <li className={first.refused ? "view view--refused" : "view"}>
      <time dateTime={first.at}>{dates.moment(first.at)}</time>
      <span>
        {say.rich("views.line", { who, what })}
        <span className="view__why">{first.refused ? say("views.refused.why") : say(`purpose.${purpose}`)}</span>
        {named.length > 0 && <span className="view__why">{list.format(named)}</span>}
      </span>
    </li>
  );
}
