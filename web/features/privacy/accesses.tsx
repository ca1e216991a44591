// For whoever protects data: who saw a person's record, by the code of their thread. The record itself stays closed.
import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useLocation } from "wouter";
import { answer, api, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";
import { Button, ButtonLink } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { Sheet } from "@/design/sheet";
import { MissingPage } from "@/shell/missing-page";
import { usePageTitle, type PageProps } from "@/shell/page";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { Permissions } from "./permissions";
import { useViews } from "./views";
import { ViewsList } from "./views-list";
import { privacyWords } from "./words";
import "./rights.css";

export function Page({ params }: PageProps) {
  const say = useWords(privacyWords);
  const id = params["id"] ?? "";
  usePageTitle(say("accesses.title"));
  return id === "" ? <AskCode /> : <Of key={id} id={id} />;
}

function AskCode() {
  const say = useWords(privacyWords);
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const [code, setCode] = useState("");
  const find = useWrite<string, Schema["PersonOfCode"]>(
    (thread_code) => answer(api.POST("/api/v1/people/by-code", { body: { thread_code } })),
    (found) => {
      client.removeQueries({ queryKey: ["person", found.person_id, "views"] });
      navigate(`/accesos/${found.person_id}`);
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== "") find.mutate(code.trim());
  };
  const wrong = find.error ? find.error.fields.map(({ message }) => message).join(" ") : "";
  return (
    <div className="rights">
      <section className="rights__side">
        <h1>{say("accesses.title")}</h1>
        <p>{say("accesses.intro")}</p>
      </section>
      <Sheet labelledBy="sheet-title" look="column">
        <h2 id="sheet-title">{say("code.whose")}</h2>
        <ErrorSummary problem={wrong ? null : find.error} />
        <form onSubmit={submit} noValidate>
          <Field name="code" label={say("code.label")} hint={say("code.hint")} value={code} onChange={setCode} error={wrong} autoFocus />
          <div className="form-acts">
            <Button type="submit" weight="first" pending={find.isPending}>{say("accesses.verb")}</Button>
          </div>
        </form>
      </Sheet>
    </div>
  );
}

function Of({ id }: { id: string }) {
  const say = useWords(privacyWords);
  const { permissions } = useMe();
  const views = useViews(id);
  const code = views.data?.pages[0]?.thread_code ?? "";
  if (views.error?.status === 404) return <MissingPage />;
  return (
    <div className="rights">
      <section className="rights__side">
        <h1>{code || say("accesses.title")}</h1>
        <p>{say("accesses.closed")}</p>
        <div className="form-acts no-print">
          <ButtonLink to="/accesos">{say("code.other")}</ButtonLink>
          {permissions.includes("person_erase") && code !== "" && <ButtonLink to={`/borrado/${code}`}>{say("erase.link")}</ButtonLink>}
        </div>
      </section>
      <Sheet labelledBy="sheet-title" look="column">
        <ViewsList id={id} code={code} />
        {permissions.includes("disclosure_read") && (
          <section className="section rights__permissions">
            <Permissions id={id} titleId="permissions-title" />
          </section>
        )}
      </Sheet>
    </div>
  );
}
