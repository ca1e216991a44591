// The second step of signing in (TOTP): begin with the password, confirm with one code, stop with the password.
import { useState, type FormEvent } from "react";
import { answer, api, type Schema } from "@/api/client";
import { messageFor, type Problem } from "@/api/problem";
import { useWrite } from "@/api/write";
import { Button } from "@/design/button";
import { Dialog } from "@/design/dialog";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { useMe, useSetMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { QrCode } from "./qr";
import { accessWords } from "./words";
import "./qr.css";

interface Begun {
  secret: string;
  uri: string;
}

export function SignInCode() {
  const say = useWords(accessWords);
  const me = useMe();
  const setMe = useSetMe();
  const [asking, setAsking] = useState<"begin" | "stop" | null>(null);
  const [begun, setBegun] = useState<Begun | null>(null);
  const close = () => setAsking(null);
  const begin = useWrite<string, Begun>(
    (password, headers) => answer(api.POST("/api/v1/me/totp", { body: { password }, headers })),
    (secret) => {
      setBegun(secret);
      close();
    },
  );
  const settled = (totp: boolean): Schema["Me"] => ({ ...me, totp });
  const stop = useWrite<string, unknown>(
    (password, headers) => answer(api.POST("/api/v1/me/totp/disable", { body: { password }, headers })),
    () => {
      setMe(settled(false));
      close();
    },
  );
  return (
    <section className="sign-in-code section" aria-labelledby="totp-title">
      <h2 id="totp-title">{say("totp.title")}</h2>
      <p>{me.totp ? say("totp.on") : say("totp.off")}</p>
      {me.totp && <Button onPress={() => setAsking("stop")}>{say("totp.stop")}</Button>}
      {!me.totp && !begun && <Button onPress={() => setAsking("begin")}>{say("totp.begin")}</Button>}
      {!me.totp && begun && (
        <ConfirmCode
          begun={begun}
          onConfirmed={() => {
            setMe(settled(true));
            setBegun(null);
          }}
          onCancel={() => setBegun(null)}
        />
      )}
      {asking === "begin" && <WithPassword title={say("totp.begin_title")} text={say("totp.begin_text")} verb={say("totp.begin")} act={begin} onClose={close} />}
      {asking === "stop" && <WithPassword title={say("totp.stop_title")} text={say("totp.stop_text")} verb={say("totp.stop")} act={stop} onClose={close} />}
    </section>
  );
}

function ConfirmCode({ begun, onConfirmed, onCancel }: { begun: Begun; onConfirmed: () => void; onCancel: () => void }) {
  const say = useWords(accessWords);
  const [code, setCode] = useState("");
  const confirm = useWrite<string, unknown>((written, headers) => answer(api.POST("/api/v1/me/totp/confirm", { body: { code: written }, headers })), onConfirmed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(code.replace(/\s/g, ""));
  };
  return (
    <form onSubmit={submit} noValidate>
      <p>{say("totp.scan")}</p>
      <QrCode text={begun.uri} label={say("totp.qr")} />
      <p className="aside-text">{say("totp.secret")}</p>
      <p className="account__secret">{begun.secret.replace(/(.{4})(?=.)/g, "$1 ")}</p>
      <ErrorSummary problem={confirm.error} />
      <Field name="totp-code" label={say("totp.code")} value={code} onChange={setCode} inputMode="numeric" autoComplete="one-time-code" />
      <Button type="submit" weight="first" pending={confirm.isPending}>
        {say("totp.confirm")}
      </Button>
      <Button weight="word" onPress={onCancel}>
        {say("totp.cancel")}
      </Button>
    </form>
  );
}

interface WithPasswordProps {
  title: string;
  text: string;
  verb: string;
  act: { mutate: (password: string) => void; reset: () => void; isPending: boolean; error: Problem | null };
  onClose: () => void;
}

/** What only the account's owner does: a session left open is not enough. */
function WithPassword({ title, text, verb, act, onClose }: WithPasswordProps) {
  const say = useWords(accessWords);
  const [password, setPassword] = useState("");
  const error = messageFor(act.error, "/password");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate(password);
  };
  const leave = () => {
    act.reset();
    onClose();
  };
  return (
    <Dialog open title={title} onClose={leave}>
      <form onSubmit={submit} noValidate>
        <p>{text}</p>
        <ErrorSummary problem={error ? null : act.error} />
        <Field name="totp-password" type="password" label={say("password")} value={password} onChange={setPassword} error={error} autoComplete="current-password" />
        <Button type="submit" weight="first" pending={act.isPending}>
          {verb}
        </Button>
        <Button weight="word" onPress={leave}>
          {say("totp.cancel")}
        </Button>
      </form>
    </Dialog>
  );
}
