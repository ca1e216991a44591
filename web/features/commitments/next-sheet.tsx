// Nothing is loose: what this person's work begins with. Attending, setting the installation up, or plain calm.
import { AttendSheet } from "@/features/attention/attend-sheet";
import { SetupSheet } from "@/features/directory/setup-sheet";
import { TextLink } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { pathOf, placesWithPage } from "@/shell/pages";
import { placesFor } from "@/shell/places";
import { useMe } from "@/shell/session";
import { shellWords } from "@/shell/words";
import { useWords } from "@/words/say";
import { commitmentWords } from "./words";

export function NextSheet() {
  const say = useWords(commitmentWords);
  const sayShell = useWords(shellWords);
  const { permissions, roles } = useMe();
  if (permissions.includes("contact_write")) return <AttendSheet />;
  if (permissions.includes("emergency_keep")) return <SetupSheet />;
  const place = placesFor(roles, placesWithPage).find((one) => one !== "loose");
  return <EmptyState truth={say("empty.loose")} act={place && <TextLink to={pathOf(place)}>{say("next.place", { place: sayShell(`place.${place}`) })}</TextLink>} />;
}
