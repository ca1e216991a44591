// What goes, what stays and why, what is of others. Counts only: nobody reads the record to erase it.
import { ArrowUpRight, Lock, X, type LucideIcon } from "lucide-react";
import { Icon } from "@/design/icon";
import { useWords } from "@/words/say";
import type { Preview } from "./erase";
import { privacyWords } from "./words";

export function EraseColumns({ preview }: { preview: Preview }) {
  const say = useWords(privacyWords);
  const { contacts, files, packages } = preview;
  const counted = [
    contacts > 0 && say("goes.contacts", { count: contacts }),
    files > 0 && say("goes.files", { count: files }),
    packages > 0 && say("goes.packages", { count: packages }),
  ].filter((line) => line !== false);
  const goes = [say("goes.identity"), ...counted, say("goes.drafts")];
  return (
    <div className="rights__columns">
      <Column of={X} title={say("goes.title")} lines={goes} />
      <Column of={Lock} title={say("stays.title")} lines={[say("stays.referral"), say("stays.record"), say("stays.views")]} />
      <Column of={ArrowUpRight} title={say("others.title")} lines={packages > 0 ? [say("others.records"), say("others.lose", { count: packages })] : [say("others.none")]} />
    </div>
  );
}

function Column({ of, title, lines }: { of: LucideIcon; title: string; lines: readonly string[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <Icon of={of} />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
