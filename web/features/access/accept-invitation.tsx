// Where an invitation's link leads: which institution, as what; a name and a password for whoever has no account yet, and the
// password of whoever has one. Where no mail leaves, the answer does not tell which: both are asked.
import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answer, api } from "@/api/client";
import { messageFor } from "@/api/problem";
import { useWrite } from "@/api/write";
import { Busy } from "@/design/busy";
import { Button, ButtonLink } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { Trouble } from "@/design/trouble";
import { usePageTitle, type PageProps } from "@/shell/page";
import { useWords } from "@/words/say";
import { Door } from "./door";
import { accessWords } from "./words";

interface Acceptance {
  name?: string;
  password?: string;
}

export function Page({ params }: PageProps) {
  const say = useWords(accessWords);
  const token = params["token"] ?? "";
  const invitation = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => answer(api.GET("/api/v1/invitations/by-link/{token}", { params: { path: { token } } })),
  });
  const accept = useWrite<Acceptance, unknown>((body, headers) =>
    answer(api.POST("/api/v1/invitations/by-link/{token}", { params: { path: { token } }, body, headers })),
  );
  usePageTitle(say("invited.title"));
  if (accept.isSuccess) {
    return (
      <Door title={say("invited.title")}>
        <p role="status">{say("invited.done")}</p>
        <ButtonLink to="/entrar" weight="first" size="large">
          {say("choose.go")}
        </ButtonLink>
      </Door>
    );
  }
  return (
    <Door title={say("invited.title")}>
      <Busy waiting={invitation.isPending} />
      {invitation.isError && <Trouble problem={invitation.error} onRetry={() => void invitation.refetch()} />}
      {invitation.data && (
        <>
          <p>{say("invited.by", { institution: invitation.data.institution_name })}</p>
          <ul className="account__roles">
            {invitation.data.roles.map((role) => (
              <li key={role}>{say(`role.${role}`)}</li>
            ))}
          </ul>
          <AcceptForm isNew={invitation.data.is_new} accept={accept} />
        </>
      )}
    </Door>
  );
}

function AcceptForm({ isNew, accept }: { isNew: boolean | undefined; accept: ReturnType<typeof useWrite<Acceptance, unknown>> }) {
  const say = useWords(accessWords);
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate(isNew === false ? { password } : { name: name.trim(), password });
  };
  const label = say(isNew === undefined ? "password" : isNew ? "choose.label" : "invited.password");
  const nameError = messageFor(accept.error, "/name");
  const passwordError = messageFor(accept.error, "/password");
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary
        problem={accept.error}
        fields={[
          ...(nameError ? [{ name: "name", label: say("invited.name"), message: nameError }] : []),
          ...(passwordError ? [{ name: "password", label, message: passwordError }] : []),
        ]}
      />
      {isNew !== false ? (
        <>
          {isNew === undefined && <p>{say("invited.either")}</p>}
          <Field name="name" label={say("invited.name")} hint={say("invited.name.hint")} value={name} onChange={setName} error={nameError} autoComplete="name" />
          <Field name="password" type="password" label={label} hint={say(isNew ? "choose.hint" : "invited.either.hint")} value={password} onChange={setPassword} error={passwordError} autoComplete={isNew ? "new-password" : "current-password"} />
        </>
      ) : (
        <>
          <p>{say("invited.known")}</p>
          <Field name="password" type="password" label={label} hint={say("invited.password.hint")} value={password} onChange={setPassword} error={passwordError} autoComplete="current-password" />
        </>
      )}
      <Button type="submit" weight="first" size="large" wide pending={accept.isPending}>
        {say("invited.accept")}
      </Button>
    </form>
  );
}
