// What it said before each correction, and why it was corrected. Nothing is forgotten.
import { Busy } from "@/design/busy";
import { EmptyState } from "@/design/empty-state";
import { Trouble } from "@/design/trouble";
import type { Definition } from "@/forms/definition";
import { useDates } from "@/words/dates";
import { useLanguage, useWords } from "@/words/say";
import { useVersions, type Contact, type Earlier } from "./contacts";
import { differences } from "./differences";
import { attentionWords } from "./words";

export function Versions({ contact, definition }: { contact: Contact; definition: Definition }) {
  const say = useWords(attentionWords);
  const versions = useVersions(contact.id);
  const items = versions.data?.items ?? [];
  if (versions.isError) return <Trouble problem={versions.error} onRetry={() => void versions.refetch()} />;
  return (
    <>
      <Busy waiting={versions.isPending} />
      {versions.isSuccess && items.length === 0 && <EmptyState truth={say("versions.none")} />}
      <ol>
        {items.map((earlier, index) => (
          // The newest first: what replaced it is the one before it in the list, or what it says now.
          <OneVersion key={earlier.contact.version} earlier={earlier} next={items[index - 1]?.contact ?? contact} definition={definition} />
        ))}
      </ol>
    </>
  );
}

function OneVersion({ earlier, next, definition }: { earlier: Earlier; next: Contact; definition: Definition }) {
  const say = useWords(attentionWords);
  const dates = useDates();
  const language = useLanguage();
  const moment = (at: string | undefined) => (at ? dates.moment(at) : "");
  const changed = differences(definition, language, earlier.contact, next, { started: say("versions.started"), ended: say("versions.ended"), moment });
  return (
    <li className="versions__one">
      <h3>{say("versions.when", { when: dates.moment(earlier.replaced_at), name: earlier.replaced_by_name })}</h3>
      <p>{say.rich("versions.why", { reason: earlier.reason })}</p>
      {changed.length === 0 ? (
        <p className="aside-text">{say("versions.same")}</p>
      ) : (
        <dl>
          {changed.map(({ name, before, after }) => (
            <div key={name} className="versions__change">
              <dt>{name}</dt>
              <dd>
                <del>{before || say("versions.nothing")}</del>
                <ins>{after || say("versions.nothing")}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
