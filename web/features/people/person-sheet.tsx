// Where a person's page opens: how to reach them safely, and who is who to them.
import type { Person } from "./people";
import { Relationships } from "./relationships";
import { SafeContactCard } from "./safe-contact";

export function PersonSheet({ person }: { person: Person }) {
  return (
    <>
      <SafeContactCard person={person} />
      <Relationships person={person} />
    </>
  );
}
