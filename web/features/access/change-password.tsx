import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answer, api } from "@/api/client";
import { messageFor } from "@/api/problem";
import { useWrite } from "@/api/write";
import { Button } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { accessWords } from "./words";

interface Passwords {
  current: string;
  next: string;
}

const empty: Passwords = { current: "", next: "" };

export function ChangePassword() {
  const say = useWords(accessWords);
  const { email } = useMe();
  const queries = useQueryClient();
  const [form, setForm] = useState(empty);
  const change = useWrite<Passwords, unknown>(
    (body, headers) => answer(api.POST("/api/v1/me/password", { body, headers })),
    () => {
      setForm(empty);
      void queries.invalidateQueries({ queryKey: ["sessions"] });
    },
  );
  const errors = { current: messageFor(change.error, "/current"), next: messageFor(change.error, "/next") };
  const fields = (["current", "next"] as const)
    .filter((name) => errors[name] !== "")
    .map((name) => ({ name, label: say(`account.${name}`), message: errors[name] }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(form);
  };
  return (
    <section>
      <h2 id="password-title">{say("account.password")}</h2>
      <form onSubmit={submit} noValidate>
        <ErrorSummary problem={change.error} fields={fields} />
        {change.isSuccess && <p role="status">{say("account.changed")}</p>}
        <input type="hidden" name="user" autoComplete="username" value={email} readOnly />
        <Field name="current" type="password" label={say("account.current")} value={form.current} error={errors.current} onChange={(current) => setForm({ ...form, current })} autoComplete="current-password" />
        <Field name="next" type="password" label={say("account.next")} hint={say("choose.hint")} value={form.next} error={errors.next} onChange={(next) => setForm({ ...form, next })} autoComplete="new-password" />
        <Button type="submit" weight="first" pending={change.isPending}>
          {say("account.change")}
        </Button>
      </form>
    </section>
  );
}
