// Where an invitation or a reset link leads: one password, written once, shown if wanted.
import { useState, type FormEvent } from "react";
import { answer, api } from "@/api/client";
import { messageFor } from "@/api/problem";
import { useWrite } from "@/api/write";
import { Button, ButtonLink, TextLink } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { usePageTitle, type PageProps } from "@/shell/page";
import { useWords } from "@/words/say";
import { Door } from "./door";
import { accessWords } from "./words";

export function Page({ params }: PageProps) {
  const say = useWords(accessWords);
  const token = params["token"] ?? "";
  const [password, setPassword] = useState("");
  const choose = useWrite<string, unknown>((chosen, headers) =>
    answer(api.POST("/api/v1/password-resets/{token}", { params: { path: { token } }, body: { password: chosen }, headers })),
  );
  usePageTitle(say("choose.title"));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose.mutate(password);
  };
  const error = messageFor(choose.error, "/password");
  const expired = choose.error?.code === "link_expired";
  if (choose.isSuccess) {
    return (
      <Door title={say("choose.title")}>
        <p role="status">{say("choose.done")}</p>
        <ButtonLink to="/entrar" weight="first" size="large">
          {say("choose.go")}
        </ButtonLink>
      </Door>
    );
  }
  return (
    <Door title={say("choose.title")} foot={expired ? <TextLink to="/entrar/ayuda">{say("choose.ask")}</TextLink> : undefined}>
      <p>{say("choose.text")}</p>
      <form onSubmit={submit} noValidate>
        <ErrorSummary
          problem={choose.error}
          fields={error ? [{ name: "password", label: say("choose.label"), message: error }] : []}
        />
        <Field
          name="password"
          type="password"
          label={say("choose.label")}
          hint={say("choose.hint")}
          value={password}
          onChange={setPassword}
          error={error}
          autoComplete="new-password"
        />
        <Button type="submit" weight="first" size="large" wide pending={choose.isPending}>
          {say("choose.save")}
        </Button>
      </form>
    </Door>
  );
}
