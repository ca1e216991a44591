// The team of the institution one acts for: who works here, who is invited, who left.
import { useState } from "react";
import { useAnnounce } from "@/design/announce";
import { Busy } from "@/design/busy";
import { Button } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Note } from "@/design/note";
import { Row, Rows } from "@/design/rows";
import { Sheet } from "@/design/sheet";
import { Trouble } from "@/design/trouble";
import { usePageTitle } from "@/shell/page";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { InviteForm } from "./invite-form";
import { MemberRow } from "./member-row";
import { useInviteAgain, useStaff, useWithdraw, type Member } from "./staff-data";
import { accessWords } from "./words";
import "./staff.css";

export function Page() {
  const say = useWords(accessWords);
  const me = useMe();
  const announce = useAnnounce();
  const staff = useStaff();
  const [said, setSaid] = useState<{ words: string; link?: string | undefined }>();
  usePageTitle(say("staff.title"));
  const tell = (words: string, link?: string) => {
    setSaid({ words, link });
    announce(words);
  };
  const mayManage = me.permissions.includes("user_manage");
  const members = staff.data?.items ?? [];
  const those = (status: Member["status"]) => members.filter((member) => member.status === status);
  const rows = (status: Member["status"]) =>
    those(status).map((member) => (
      <MemberRow key={member.id} member={member} mayManage={mayManage} onDone={(done) => tell(say(`staff.${done}`))} />
    ));
  return (
    <div className="staff">
      <Sheet labelledBy="staff-title" look="column">
        <h1 id="staff-title">{say("staff.title")}</h1>
        <p className="aside-text">{say("staff.lead", { institution: me.institution.name })}</p>
        <Busy waiting={staff.isPending} />
        {staff.isError && <Trouble problem={staff.error} onRetry={() => void staff.refetch()} />}
        {said && (
          <Note>
            <p>{said.words}</p>
            {said.link && <p className="staff__link">{said.link}</p>}
          </Note>
        )}
        {those("active").length > 0 && <Rows title={say("staff.working")}>{rows("active")}</Rows>}
        {those("former").length > 0 && <Rows title={say("staff.former")}>{rows("former")}</Rows>}
      </Sheet>
      {mayManage && (
        <aside className="staff__aside">
          <InviteForm onInvited={(link, email) => tell(link ? say("invite.link") : say("invite.sent", { email }), link)} />
          <Invitations members={members.filter((member) => member.invitation)} onDone={tell} />
        </aside>
      )}
    </div>
  );
}

interface InvitationsProps {
  members: readonly Member[];
  onDone: (words: string, link?: string) => void;
}

function Invitations({ members, onDone }: InvitationsProps) {
  const say = useWords(accessWords);
  const dates = useDates();
  const again = useInviteAgain(({ link }, { email }) => onDone(link ? say("invite.link") : say("invite.sent", { email }), link));
  const withdraw = useWithdraw(() => onDone(say("invite.withdrawn")));
  return (
    <section aria-labelledby="invited-title">
      <h2 id="invited-title">{say("staff.invited")}</h2>
      <ErrorSummary problem={again.error ?? withdraw.error} />
      {members.length === 0 && <p className="aside-text">{say("staff.none_invited")}</p>}
      <Rows label={say("staff.invited")}>
        {members.map(({ email, invitation }) => invitation && (
          <Row
            key={invitation.id}
            title={email}
            note={
              <>
                {invitation.roles.map((role) => say(`role.${role}`)).join(" · ")}
                <br />
                {say(invitation.expired ? "invite.expired" : "invite.until", { when: dates.moment(invitation.expires_at) })}
                {invitation.mail && ` · ${say(`mail.${invitation.mail}`)}`}
              </>
            }
            acts={
              <>
                <Button weight="word" onPress={() => again.mutate({ ...invitation, email })} pending={again.isPending}>
                  {say("invite.again")} <span className="only-heard">{email}</span>
                </Button>
                <Button weight="word" onPress={() => withdraw.mutate({ ...invitation, email })} pending={withdraw.isPending}>
                  {say("invite.withdraw")} <span className="only-heard">{email}</span>
                </Button>
              </>
            }
          />
        ))}
      </Rows>
    </section>
  );
}
