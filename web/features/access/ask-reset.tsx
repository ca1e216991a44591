// "No puedo entrar": a link by e-mail, where mail leaves; otherwise whoever administers the institution hands one over.
import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answer, api } from "@/api/client";
import { messageFor } from "@/api/problem";
import { useWrite } from "@/api/write";
import { Busy } from "@/design/busy";
import { Button, TextLink } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { Note } from "@/design/note";
import { usePageTitle } from "@/shell/page";
import { useWords } from "@/words/say";
import { Door } from "./door";
import { accessWords } from "./words";

export function Page() {
  const say = useWords(accessWords);
  const help = useQuery({ queryKey: ["sign-in-help"], queryFn: () => answer(api.GET("/api/v1/sign-in-help")) });
  usePageTitle(say("help.title"));
  return (
    <Door title={say("help.title")} foot={<TextLink to="/entrar" quiet>{say("help.back")}</TextLink>}>
      <Busy waiting={help.isPending} />
      {help.data?.mail && <AskByMail />}
      {!help.isPending && !help.data?.mail && (
        <Note>
          <p>{say("help.text")}</p>
        </Note>
      )}
    </Door>
  );
}

function AskByMail() {
  const say = useWords(accessWords);
  const [user, setUser] = useState("");
  const ask = useWrite<string, unknown>((email, headers) => answer(api.POST("/api/v1/password-resets", { body: { user: email }, headers })));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(user.trim());
  };
  if (ask.isSuccess) return <p role="status">{say("help.sent")}</p>;
  const error = messageFor(ask.error, "/user");
  return (
    <form onSubmit={submit} noValidate>
      <p>{say("help.mail")}</p>
      <ErrorSummary problem={ask.error} fields={error ? [{ name: "user", label: say("user"), message: error }] : []} />
      <Field name="user" type="email" label={say("user")} value={user} onChange={setUser} error={error} autoComplete="username" />
      <Button type="submit" weight="first" size="large" wide pending={ask.isPending}>
        {say("help.send")}
      </Button>
    </form>
  );
}
