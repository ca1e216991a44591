// The staff's directory: the question and who answers it, one row whole, and its hours.
import { useState } from "react";
import { Busy } from "@/design/busy";
import { ButtonLink, TextLink } from "@/design/button";
import { Sheet } from "@/design/sheet";
import { Trouble } from "@/design/trouble";
import { MissingPage } from "@/shell/missing-page";
import { usePageTitle, type PageProps } from "@/shell/page";
import { useMe, type Me } from "@/shell/session";
import { useWords } from "@/words/say";
import { CheckForm } from "./check-form";
import { CorrectForm } from "./correct-form";
import { useEntry, useMatch, type Entry } from "./directory";
import { HoursAside } from "./hours-aside";
import { Matches } from "./matches";
import { emptyQuestion, type Question } from "./question";
import { QuestionSentence } from "./question-sentence";
import { ServiceView } from "./service-view";
import { directoryWords } from "./words";
import "./catalogue.css";

const k_load = "hebra import directory data/directory.csv --dry-run\nhebra import directory data/directory.csv";

export function Page({ params }: PageProps) {
  const say = useWords(directoryWords);
  usePageTitle(say("directory"));
  const [question, setQuestion] = useState<Question>(emptyQuestion);
  const id = params["id"];
  return (
    <div className={id === undefined ? "catalogue" : "catalogue catalogue--open"}>
      <h1 className="only-heard">{say("directory")}</h1>
      <section className="catalogue__ask" aria-label={say("question")}>
        <QuestionSentence question={question} onChange={setQuestion} />
        <Matches question={question} onChange={setQuestion} chosen={id} />
      </section>
      {id === undefined ? <Nothing /> : <OpenEntry key={id} id={id} view={params["view"]} />}
    </div>
  );
}

function Nothing() {
  const say = useWords(directoryWords);
  const { permissions } = useMe();
  const whole = useMatch({ ...emptyQuestion, when: "any" });
  const isEmpty = whole.data && whole.data.match_total + whole.data.near_miss_total === 0;
  if (isEmpty) return <EmptyDirectory mayLoad={permissions.includes("emergency_keep")} />;
  return (
    <Sheet labelledBy="sheet-title" look="column">
      <h2 id="sheet-title">{say("directory")}</h2>
      <p className="catalogue__explained">{say("directory.explained")}</p>
      <p className="catalogue__explained">{say("directory.safety")}</p>
      <p className="form-acts">
        {permissions.includes("directory_edit") && <ButtonLink to="/catastro/agregar">{say("new")}</ButtonLink>}
        <TextLink to="/catastro/uso">{say("uses")}</TextLink>
      </p>
    </Sheet>
  );
}

/** A fresh installation: what is true, and who does what about it. */
function EmptyDirectory({ mayLoad }: { mayLoad: boolean }) {
  const say = useWords(directoryWords);
  return (
    <Sheet labelledBy="sheet-title" look="column">
      <h2 id="sheet-title">{say("directory.empty")}</h2>
      {mayLoad ? (
        <>
          <p className="catalogue__explained">{say("directory.empty.text")}</p>
          <pre className="catalogue__command">{k_load}</pre>
          <p className="catalogue__explained">{say("directory.empty.after")}</p>
        </>
      ) : (
        <p className="catalogue__explained">{say("directory.empty.other")}</p>
      )}
      <p className="catalogue__explained">{say("directory.safety")}</p>
    </Sheet>
  );
}

/** An institution keeps its own rows; those of nobody are kept by the network. */
function keeps(me: Me, { institution_id }: Entry): boolean {
  return institution_id ? institution_id === me.institution.id && me.permissions.includes("directory_edit") : me.permissions.includes("directory_keep");
}

const forms: Record<string, (props: { entry: Entry }) => React.ReactNode> = { llamar: CheckForm, corregir: CorrectForm };

function OpenEntry({ id, view }: { id: string; view: string | undefined }) {
  const say = useWords(directoryWords);
  const entry = useEntry(id);
  const me = useMe();
  if (entry.error?.status === 404) return <MissingPage />;
  if (entry.isError) return <Trouble problem={entry.error} onRetry={() => void entry.refetch()} />;
  if (!entry.data) return <Busy waiting act="opening" />;
  const mayCheck = keeps(me, entry.data);
  const Writing = mayCheck && view !== undefined ? forms[view] : undefined;
  return (
    <>
      <Sheet labelledBy="sheet-title" look="column">
        <p className="catalogue__back">
          <TextLink to="/catastro">{say("back")}</TextLink>
        </p>
        {Writing ? <Writing entry={entry.data} /> : <ServiceView entry={entry.data} mayCheck={mayCheck} />}
      </Sheet>
      <HoursAside schedule={entry.data.hours} />
    </>
  );
}
