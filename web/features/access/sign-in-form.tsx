// E-mail and password, then a code if the account has one. Paste and password managers work; there is no puzzle.
import { useState, type FormEvent } from "react";
import { answer, api, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";
import { Button } from "@/design/button";
import { Checkbox } from "@/design/checkbox";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { rememberShared } from "@/shell/appearance";
import { useWords } from "@/words/say";
import { accessWords } from "./words";

type SignIn = Schema["SignIn"];
type Me = Schema["Me"];

interface SignInFormProps {
  /** Fixed when somebody's session ended in place; otherwise it is asked. */
  user?: string;
  verb: string;
  onSignedIn: (me: Me) => void;
}

export function SignInForm({ user, verb, onSignedIn }: SignInFormProps) {
  const say = useWords(accessWords);
  const [form, setForm] = useState({ user: user ?? "", password: "", code: "" });
  const [shared, setShared] = useState(true);
  const [codeAsked, setCodeAsked] = useState(false);
  const signIn = useWrite<SignIn, Schema["SignedInReply"]>(
    (body) => answer(api.POST("/api/v1/sessions", { body })),
    ({ me }) => {
      if (user === undefined) rememberShared(shared);
      onSignedIn(me);
    },
  );
  const set = (name: keyof typeof form) => (value: string) => setForm((before) => ({ ...before, [name]: value }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { user: form.user.trim(), password: form.password, ...(codeAsked ? { code: form.code.replace(/\s/g, "") } : {}) };
    signIn.mutate(body, {
      onError: (problem) => {
        if (problem.code === "code_needed") setCodeAsked(true);
        if (problem.code === "bad_code") set("code")("");
      },
    });
  };

  // Needing a code is the next question, not an error.
  const problem = signIn.error?.code === "code_needed" ? null : signIn.error;
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary problem={problem} />
      {codeAsked ? (
        <Field key="code" name="code" label={say("code")} hint={say("code.hint")} value={form.code} onChange={set("code")} autoComplete="one-time-code" inputMode="numeric" autoFocus />
      ) : (
        <>
          {user === undefined ? (
            <Field name="user" type="email" label={say("user")} value={form.user} onChange={set("user")} autoComplete="username" />
          ) : (
            <input type="hidden" name="user" autoComplete="username" value={user} readOnly />
          )}
          <Field name="password" type="password" label={say("password")} value={form.password} onChange={set("password")} autoComplete="current-password" autoFocus={user !== undefined} />
        </>
      )}
      {user === undefined && !codeAsked && (
        <Checkbox checked={shared} onChange={setShared}>
          {say.rich("shared")}
        </Checkbox>
      )}
      <Button type="submit" weight="first" size="large" wide pending={signIn.isPending}>
        {verb}
      </Button>
      {codeAsked && (
        <Button weight="word" onPress={() => setCodeAsked(false)}>
          {say("enter.again")}
        </Button>
      )}
    </form>
  );
}
