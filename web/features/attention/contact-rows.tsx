// Contacts as a ruled list: when, by what means, who attended, about what, and how it ended.
import { Link } from "react-aria-components";
import { fieldsOf } from "@/forms/definition";
import { useDates } from "@/words/dates";
import { k_arriving, useLanguage, useWords } from "@/words/say";
import { useCurrentForm, type ContactItem } from "./contacts";
import { attentionWords } from "./words";

/** The word of a topic, by the questions as they are asked today; its code when they have it no more. */
function useTopicWord(): (code: string) => string {
  const language = useLanguage();
  const { data, isPending } = useCurrentForm();
  const options = data ? (fieldsOf(data).find((field) => field.id === "topics")?.options ?? []) : [];
  return (code) => (isPending ? k_arriving : options.find((option) => option.code === code)?.label[language] ?? code);
}

export function ContactRows({ items }: { items: readonly ContactItem[] }) {
  return (
    <ol className="contact-rows">
      {items.map((item) => (
        <ContactRow key={item.id} item={item} />
      ))}
    </ol>
  );
}

function ContactRow({ item }: { item: ContactItem }) {
  const say = useWords(attentionWords);
  const dates = useDates();
  const topicWord = useTopicWord();
  const grave = item.risk === "high" || item.risk === "medium" ? item.risk : null;
  const minutes = item.ended_at === undefined ? undefined : Math.max(1, Math.round((Date.parse(item.ended_at) - Date.parse(item.started_at)) / 60_000));
  const facts = [minutes !== undefined && say("lasted", { minutes }), item.agent_name, item.late && say("row.late", { when: dates.moment(item.entered_at) })];
  return (
    <li className="contact-row">
      <time dateTime={item.started_at}>{dates.moment(item.started_at)}</time>
      <div>
        <h3>
          <Link className="text-link" href={`/contactos/${item.id}`}>
            {say(`channel.${item.channel}`)} {item.thread_code && <span className="code">{item.thread_code}</span>}
          </Link>
        </h3>
        <p>{item.topics.map(topicWord).join(" · ")}</p>
        <p className="aside-text">{facts.filter(Boolean).join(" · ")}</p>
      </div>
      <p className="contact-row__end">
        {grave && <b className="contact-row__risk">{say(`risk.${grave}`)}</b>}
        {item.status === "open" ? <span className="contact-row__open">{say("row.open")}</span> : item.disposition && <span>{say(`ended.${item.disposition}`)}</span>}
      </p>
    </li>
  );
}
