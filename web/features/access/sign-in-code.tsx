// The second step of signing in (TOTP): begin, confirm with one code, stop with the password.
import { useState, type FormEvent } from "react";
import { answer, api, type Schema } from "@/api/client";
import { messageFor } from "@/api/problem";
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
  const [stopping, setStopping] = useState(false);
  const begin = useWrite<void, Begun>((_, headers) => answer(api.POST("/api/v1/me/totp", { headers })));
  const settled = (totp: boolean): Schema["Me"] => ({ ...me, totp });
  return (
    <section className="sign-in-code section" aria-labelledby="totp-title">
      <h2 id="totp-title">{say("totp.title")}</h2>
      <p>{me.totp ? say("totp.on") : say("totp.off")}</p>
      <ErrorSummary problem={begin.error} />
      {me.totp && <Button onPress={() => setStopping(true)}>{say("totp.stop")}</Button>}
      {!me.totp && !begin.data && (
        <Button onPress={() => begin.mutate()} pending={begin.isPending}>
          {say("totp.begin")}
        </Button>
      )}
      {!me.totp && begin.data && (
        <ConfirmCode
          begun={begin.data}
          onConfirmed={() => {
            setMe(settled(true));
            begin.reset();
          }}
          onCancel={begin.reset}
        />
      )}
      {stopping && (
        <StopCode
          onStopped={() => {
            setMe(settled(false));
            setStopping(false);
          }}
          onClose={() => setStopping(false)}
        />
      )}
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

function StopCode({ onStopped, onClose }: { onStopped: () => void; onClose: () => void }) {
  const say = useWords(accessWords);
  const [password, setPassword] = useState("");
  const stop = useWrite<string, unknown>((written, headers) => answer(api.POST("/api/v1/me/totp/disable", { body: { password: written }, headers })), onStopped);
  const error = messageFor(stop.error, "/password");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    stop.mutate(password);
  };
  return (
    <Dialog open title={say("totp.stop_title")} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{say("totp.stop_text")}</p>
        <ErrorSummary problem={error ? null : stop.error} />
        <Field name="stop-password" type="password" label={say("password")} value={password} onChange={setPassword} error={error} autoComplete="current-password" />
        <Button type="submit" weight="first" pending={stop.isPending}>
          {say("totp.stop")}
        </Button>
        <Button weight="word" onPress={onClose}>
          {say("totp.cancel")}
        </Button>
      </form>
    </Dialog>
  );
}
