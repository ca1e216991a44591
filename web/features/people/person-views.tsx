// Beside the sheet: what they allowed, and who looked. Each has its own view, whole.
import { Busy } from "@/design/busy";
import { TextLink } from "@/design/button";
import { Trouble } from "@/design/trouble";
import { Permissions } from "@/features/privacy/permissions";
import { PermissionsAside } from "@/features/privacy/permissions-aside";
import { ViewLines } from "@/features/privacy/view-lines";
import { useViews, visitsOf } from "@/features/privacy/views";
import { ViewsList } from "@/features/privacy/views-list";
import { privacyWords } from "@/features/privacy/words";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import type { Person } from "./people";

/** Enough to see the last days beside the sheet; the rest has its own view. */
const k_beside = 5;

export function PersonAside({ person }: { person: Person }) {
  const { permissions } = useMe();
  return (
    <aside className="person__aside">
      {permissions.includes("disclosure_read") && <PermissionsAside person={person.id} />}
      {permissions.includes("person_views") && <ViewsAside person={person} />}
    </aside>
  );
}

function ViewsAside({ person }: { person: Person }) {
  const say = useWords(privacyWords);
  const views = useViews(person.id);
  const items = views.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="views-aside">
      <h2 id="views-aside">{say("views.title")}</h2>
      <p className="aside-text">{say("views.why")}</p>
      <Busy waiting={views.isPending} />
      {views.isError && <Trouble problem={views.error} onRetry={() => void views.refetch()} />}
      <ViewLines views={items} most={k_beside} />
      {(visitsOf(items).length > k_beside || views.hasNextPage) && (
        <TextLink to={`/personas/${person.id}/vistas`} quiet>
          {say("views.all")}
        </TextLink>
      )}
    </section>
  );
}

export const PersonViews = ({ person }: { person: Person }) => <ViewsList id={person.id} code={person.thread_code} />;
export const PersonPermissions = ({ person }: { person: Person }) => <Permissions id={person.id} />;
