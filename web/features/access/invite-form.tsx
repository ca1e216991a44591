// Invite somebody: an address and roles. Where no mail leaves, the link is shown once, to be handed over.
import { useState, type FormEvent } from "react";
import { messageFor } from "@/api/problem";
import { Button } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { useWords } from "@/words/say";
import { RoleChoice } from "./role-choice";
import { useInvite, type Role } from "./staff-data";
import { accessWords } from "./words";

/** @param onInvited the link to hand over, where no mail leaves */
export function InviteForm({ onInvited }: { onInvited: (link: string | undefined, email: string) => void }) {
  const say = useWords(accessWords);
  const [email, setEmail] = useState("");
  const [chosen, setChosen] = useState<Role[]>([]);
  const invite = useInvite((invited, to) => {
    setEmail("");
    setChosen([]);
    onInvited(invited.link, to);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ email: email.trim(), roles: chosen });
  };
  const emailError = messageFor(invite.error, "/email");
  const rolesError = messageFor(invite.error, "/roles");
  return (
    <section aria-labelledby="invite-title">
      <h2 id="invite-title">{say("invite.title")}</h2>
      <form onSubmit={submit} noValidate>
        <ErrorSummary
          problem={invite.error}
          fields={[
            ...(emailError ? [{ name: "email", label: say("invite.email"), message: emailError }] : []),
            ...(rolesError ? [{ name: "roles", label: say("invite.roles"), message: rolesError }] : []),
          ]}
        />
        <Field name="email" type="email" label={say("invite.email")} value={email} onChange={setEmail} error={emailError} autoComplete="off" />
        <RoleChoice chosen={chosen} onChange={setChosen} error={rolesError} />
        <Button type="submit" weight="first" pending={invite.isPending}>
          {say("invite.send")}
        </Button>
      </form>
    </section>
  );
}
