// What one left open: contacts still to be closed, and texts that never became one. Restoring is offered, never silent.
import type { ReactNode } from "react";
import { TextLink } from "@/design/button";
import { Trouble } from "@/design/trouble";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { formName, useFoundContacts, useMyDrafts, type ContactItem } from "./contacts";
import { attentionWords } from "./words";
import "./start.css";

/** More than these would push away what is under them; the rest are in the list. */
const k_shown = 4;

/** @param none what is said when nothing is open */
export function OpenContacts({ none = null }: { none?: ReactNode }) {
  const say = useWords(attentionWords);
  const { user_id } = useMe();
  const open = useFoundContacts({ agent_id: user_id, status: "open" });
  const drafts = useMyDrafts();
  const items = open.data?.pages.flatMap((page) => page.items) ?? [];
  const kept = (drafts.data?.items ?? []).filter(({ form }) => form === formName);
  const unsaved = new Set(kept.map(({ record }) => record));
  // A draft about a contact that is closed, or somebody else's by now, is a correction that was left halfway.
  const loose = kept.filter(({ record }) => record !== "new" && !items.some(({ id }) => id === record));
  const late = kept.find(({ record }) => record === "new");
  if (open.isError) return <Trouble problem={open.error} onRetry={() => void open.refetch()} />;
  if (items.length === 0 && loose.length === 0 && !late) return open.data ? none : null;
  return (
    <section className="open-contacts" aria-labelledby="open-contacts">
      <h2 id="open-contacts">{say("open.title", { count: items.length + loose.length + (late ? 1 : 0) })}</h2>
      <ul>
        {items.slice(0, k_shown).map((item) => (
          <OpenLine key={item.id} item={item} unsaved={unsaved.has(item.id)} />
        ))}
        {loose.map(({ record, updated_at }) => (
          <DraftLineOf key={record} to={`/contactos/${record}`} when={updated_at} />
        ))}
        {late && <DraftLineOf to="/contactos/nuevo" when={late.updated_at} />}
      </ul>
      {items.length > k_shown && <TextLink to="/contactos" quiet>{say("open.all")}</TextLink>}
    </section>
  );
}

function OpenLine({ item, unsaved }: { item: ContactItem; unsaved: boolean }) {
  const say = useWords(attentionWords);
  const dates = useDates();
  return (
    <li>
      <TextLink to={`/contactos/${item.id}`}>
        {say("open.line", { what: say(`channel.${item.channel}`), when: dates.moment(item.started_at) })}
      </TextLink>
      <span className="aside-text">{[item.thread_code, item.ended_at === undefined ? say("open.going") : say("open.to_close"), unsaved && say("open.draft")].filter(Boolean).join(" · ")}</span>
    </li>
  );
}

function DraftLineOf({ to, when }: { to: string; when: string }) {
  const say = useWords(attentionWords);
  const dates = useDates();
  return (
    <li>
      <TextLink to={to}>{say("open.draft_of", { when: dates.moment(when) })}</TextLink>
    </li>
  );
}
