// Erasing a person for ever: first what would go, what stays and why, what is of others; then once, confirmed by writing the code.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useLocation } from "wouter";
import { answer, api, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";
import { Busy } from "@/design/busy";
import { Button, ButtonLink } from "@/design/button";
import { Field } from "@/design/field";
import { Sheet } from "@/design/sheet";
import { Trouble } from "@/design/trouble";
import { usePageTitle, type PageProps } from "@/shell/page";
import { useWords } from "@/words/say";
import { EraseConfirm } from "./erase-confirm";
import { EraseDone } from "./erase-done";
import { EraseColumns } from "./erase-columns";
import { privacyWords } from "./words";
import "./rights.css";

export type Preview = Schema["ErasurePreview"];
export type Order = Schema["ErasureOrder"];
export type Erased = Schema["ErasedPerson"];

export function Page({ params }: PageProps) {
  const say = useWords(privacyWords);
  const code = params["code"] ?? "";
  usePageTitle(say("erase.title", { code }));
  return code === "" ? <AskCode /> : <Of key={code} code={code} />;
}

function AskCode() {
  const say = useWords(privacyWords);
  const [, navigate] = useLocation();
  const [code, setCode] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== "") navigate(`/borrado/${encodeURIComponent(code.trim().toUpperCase())}`);
  };
  return (
    <div className="rights">
      <section className="rights__side">
        <h1>{say("erase.heading")}</h1>
        <p>{say("erase.intro")}</p>
      </section>
      <Sheet labelledBy="sheet-title" look="column">
        <h2 id="sheet-title">{say("code.whose")}</h2>
        <form onSubmit={submit} noValidate>
          <Field name="code" label={say("code.label")} hint={say("code.hint")} value={code} onChange={setCode} autoFocus />
          <div className="form-acts">
            <Button type="submit" weight="first">{say("erase.see")}</Button>
          </div>
        </form>
      </Sheet>
    </div>
  );
}

function Of({ code }: { code: string }) {
  const say = useWords(privacyWords);
  const client = useQueryClient();
  const preview = useQuery({
    queryKey: ["erasure", code],
    queryFn: () => answer(api.POST("/api/v1/erasures/preview", { body: { thread_code: code } })),
    retry: false,
    gcTime: 0,
  });
  const erase = useWrite<Order, Erased>(
    (body, headers) => answer(api.POST("/api/v1/erasures", { body, headers })),
    (done) => {
      client.removeQueries({ queryKey: ["person", done.person_id] });
      for (const queryKey of [["referrals"], ["referral"], ["commitments"], ["contacts"]]) void client.invalidateQueries({ queryKey });
    },
  );
  const seen = preview.data;
  const wrong = preview.error?.fields.map(({ message }) => message).join(" ");
  return (
    <div className="rights">
      <section className="rights__side">
        <h1>{say("erase.title", { code })}</h1>
        <p>{say("erase.law")}</p>
        <div className="form-acts">
          <ButtonLink to="/borrado">{say("code.other")}</ButtonLink>
          <ButtonLink to={seen ? `/accesos/${seen.person_id}` : "/accesos"}>{say("views.title")}</ButtonLink>
        </div>
      </section>
      <Sheet labelledBy="sheet-title" look="column">
        {erase.data ? (
          <EraseDone done={erase.data} preview={seen} />
        ) : (
          <>
            <div className="titled">
              <h2 id="sheet-title">{say(preview.error?.status === 409 ? "erase.over" : "erase.preview")}</h2>
              {seen && <span className="aside-text">{say("erase.nothing_yet")}</span>}
            </div>
            <Busy waiting={preview.isPending} />
            {wrong && <p role="alert">{wrong}</p>}
            {preview.error && !wrong && <Trouble problem={preview.error} onRetry={() => void preview.refetch()} />}
            {seen && <EraseColumns preview={seen} />}
            {seen && <EraseConfirm preview={seen} erase={erase} onSeeAgain={() => { erase.reset(); void preview.refetch(); }} />}
          </>
        )}
      </Sheet>
    </div>
  );
}
