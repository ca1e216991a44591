// In one line, whom to call there when in doubt. Nothing while it is not known, or nobody was named: it is never in the way.
import { TextLink } from "@/design/button";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { Ways } from "./contact-people";
import { useContactPeople } from "./institution";
import { networkWords } from "./words";

export function WhomToCall({ institution }: { institution: string }) {
  const say = useWords(networkWords);
  const may = useMe().permissions.includes("network_read");
  const first = useContactPeople(institution, may).data?.people[0];
  if (!first) return null;
  return (
    <p className="whom-to-call no-print">
      <span>{say.rich("contact.doubt", { name: first.name, post: first.post })}</span>
      <Ways person={first} />
      <TextLink to={`/red/${institution}`}>{say("contact.all")}</TextLink>
    </p>
  );
}
