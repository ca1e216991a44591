// It is done: what is true now, and the words for the person.
import { ButtonLink } from "@/design/button";
import { Note } from "@/design/note";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { Erased, Preview } from "./erase";
import { privacyWords } from "./words";

/** Backups live this long unless the operator says otherwise (mechanisms.md §6). */
const k_backup_days = 35;

export function EraseDone({ done, preview }: { done: Erased; preview: Preview | undefined }) {
  const say = useWords(privacyWords);
  const dates = useDates();
  const gone = new Date(Date.parse(done.erased_at) + k_backup_days * 86_400_000).toISOString();
  return (
    <div role="status">
      <h2 id="sheet-title">{say("done.title", { code: done.thread_code })}</h2>
      <p>{say("done.when", { when: dates.moment(done.erased_at), days: k_backup_days, day: dates.day(gone) })}</p>
      <h3>{say("done.tell")}</h3>
      <Note>
        <p>{say("done.words", { day: dates.day(gone) })}</p>
        {preview && preview.packages > 0 && <p>{say("done.words.others")}</p>}
        <p>{say("done.words.back")}</p>
      </Note>
      <div className="form-acts">
        <ButtonLink to={`/accesos/${done.person_id}`}>{say("done.trace")}</ButtonLink>
        <ButtonLink to="/borrado">{say("code.other")}</ButtonLink>
      </div>
    </div>
  );
}
