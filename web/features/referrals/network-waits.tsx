// Beside one's own threads, for who coordinates: how many referrals between others wait for somebody to answer or to decide.
import { TextLink } from "@/design/button";
import { useWords } from "@/words/say";
import { useCoordination } from "./referrals";
import { referralWords } from "./words";

export function NetworkWaits() {
  const say = useWords(referralWords);
  const query = useCoordination();
  const all = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (all.length === 0) return null;
  const contested = all.filter(({ awaited }) => awaited === "decision").length;
  const more = query.hasNextPage ? "+" : "";
  return <TextLink to="/derivaciones">{say("network_waits", { unanswered: `${all.length - contested}${more}`, contested: `${contested}${more}` })}</TextLink>;
}
