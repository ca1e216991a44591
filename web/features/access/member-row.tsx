// One member of the team: what they do here, and what an administrator may do about it.
import { useState } from "react";
import { Button } from "@/design/button";
import { Irreversible } from "@/design/dialog";
import { ErrorSummary } from "@/design/error-summary";
import { Row } from "@/design/rows";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { RoleChoice } from "./role-choice";
import { useMoveMember, useSetRoles, type Member, type Role } from "./staff-data";
import { accessWords } from "./words";

interface MemberRowProps {
  member: Member;
  mayManage: boolean;
  onDone: (said: "saved" | "ended" | "returned") => void;
}

export function MemberRow({ member, mayManage, onDone }: MemberRowProps) {
  const say = useWords(accessWords);
  const me = useMe();
  const isMe = member.id === me.user_id;
  const name = member.name ?? member.email;
  const [changing, setChanging] = useState(false);
  const [ending, setEnding] = useState(false);
  const move = useMoveMember((action) => {
    setEnding(false);
    onDone(action === "end" ? "ended" : "returned");
  });
  const former = member.status === "former";
  return (
    <>
      <Row
        title={isMe ? `${name} (${say("staff.you")})` : name}
        note={
          <>
            {member.roles.map((role) => say(`role.${role}`)).join(" · ")}
            <br />
            {member.email}
            {!former && ` · ${say(member.totp ? "staff.code.yes" : "staff.code.no")}`}
          </>
        }
        acts={
          mayManage && !isMe && (
            former ? (
              <Button weight="word" onPress={() => move.mutate({ id: member.id, action: "bring_back" })} pending={move.isPending}>
                {say("staff.back")} <span className="only-heard">{name}</span>
              </Button>
            ) : (
              <>
                <Button weight="word" onPress={() => setChanging(!changing)} expanded={changing}>
                  {say("staff.change")} <span className="only-heard">{name}</span>
                </Button>
                <Button weight="word" onPress={() => setEnding(true)}>
                  {say("staff.end")} <span className="only-heard">{name}</span>
                </Button>
              </>
            )
          )
        }
      />
      {move.error && <li><ErrorSummary problem={move.error} /></li>}
      {changing && (
        <li className="staff__roles">
          <ChangeRoles member={member} onSaved={() => { setChanging(false); onDone("saved"); }} />
        </li>
      )}
      <Irreversible
        open={ending}
        title={say("staff.end.title", { name })}
        consequence={say("staff.end.text")}
        verb={say("staff.end")}
        pending={move.isPending}
        onDo={() => move.mutate({ id: member.id, action: "end" }, { onError: () => setEnding(false) })}
        onClose={() => setEnding(false)}
      />
    </>
  );
}

function ChangeRoles({ member, onSaved }: { member: Member; onSaved: () => void }) {
  const say = useWords(accessWords);
  const [chosen, setChosen] = useState<Role[]>(member.roles);
  const save = useSetRoles(onSaved);
  return (
    <>
      <ErrorSummary problem={save.error} />
      <RoleChoice chosen={chosen} onChange={setChosen} />
      <Button onPress={() => save.mutate({ id: member.id, roles: chosen })} pending={save.isPending}>
        {say("staff.save")}
      </Button>
    </>
  );
}
