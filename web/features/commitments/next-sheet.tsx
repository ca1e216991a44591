// Nothing is loose: what this person's work begins with. Attending, setting the installation up, or plain calm.
import { AttendSheet } from "@/features/attention/attend-sheet";
import { SetupSheet } from "@/features/directory/setup-sheet";
import { useMe } from "@/shell/session";
import { EmptyState } from "@/design/empty-state";
import { useWords } from "@/words/say";
import { commitmentWords } from "./words";

export function NextSheet() {
  const say = useWords(commitmentWords);
  const { permissions } = useMe();
  if (permissions.includes("contact_write")) return <AttendSheet />;
  if (permissions.includes("emergency_keep")) return <SetupSheet />;
  return <EmptyState truth={say("empty.loose")} />;
}
