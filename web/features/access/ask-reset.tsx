// "No puedo entrar": a link by e-mail. The answer is the same whether the address is known or not.
import { useState, type FormEvent } from "react";
import { answer, api } from "@/api/client";
import { useWrite } from "@/api/write";
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
  const [email, setEmail] = useState("");
  const ask = useWrite<string, unknown>((address, headers) => answer(api.POST("/api/v1/password-resets", { body: { email: address }, headers })));
  usePageTitle(say("help.title"));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(email.trim());
  };
  return (
    <Door title={say("help.title")} foot={<TextLink to="/entrar" quiet>{say("help.back")}</TextLink>}>
      {ask.isSuccess ? (
        <Note live>
          <p>{say("help.sent")}</p>
          <p className="aside-text">{say("help.none")}</p>
        </Note>
      ) : (
        <form onSubmit={submit} noValidate>
          <p>{say("help.text")}</p>
          <ErrorSummary problem={ask.error} />
          <Field name="user" type="email" label={say("user")} value={email} onChange={setEmail} autoComplete="username" />
          <Button type="submit" weight="first" size="large" wide pending={ask.isPending}>
            {say("help.send")}
          </Button>
        </form>
      )}
    </Door>
  );
}
