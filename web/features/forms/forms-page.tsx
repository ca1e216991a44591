// The forms of an institution: which version is asked today, those before, and the way to a new one and back.
import { useState } from "react";
import { useAnnounce } from "@/design/announce";
import { Busy } from "@/design/busy";
import { Note } from "@/design/note";
import { Rows } from "@/design/rows";
import { Sheet } from "@/design/sheet";
import { Trouble } from "@/design/trouble";
import { WordTabs } from "@/design/word-tabs";
import { usePageTitle, type PageProps } from "@/shell/page";
import { useMe } from "@/shell/session";
import { useLanguage, useWords } from "@/words/say";
import { definitionOf, useForms, useVersions, type Reviewed, type Version } from "./forms-data";
import { ImportForm } from "./import-form";
import { Review } from "./review";
import { VersionRow } from "./version-row";
import { formWords } from "./words";
import "./forms.css";

export function Page({ params }: PageProps) {
  const say = useWords(formWords);
  const language = useLanguage();
  const { institution } = useMe();
  const announce = useAnnounce();
  usePageTitle(say("title"));
  const forms = useForms();
  const items = forms.data?.items ?? [];
  const form = items.find((one) => one.form === params["form"]) ?? items[0];
  const versions = useVersions(form?.form ?? "");
  const all = versions.data?.items ?? [];
  const [reviewed, setReviewed] = useState<Reviewed | null>(null);
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const done = (words: string) => {
    if (reviewed?.kind === "pasted") setText("");
    setReviewed(null);
    setSaid(words);
    announce(words);
  };
  const review = async (version: Version) => {
    setSaid("");
    setReviewed({ kind: "kept", version, definition: await definitionOf(form?.form ?? "", version.version) });
  };
  if (reviewed) return <Review reviewed={reviewed} versions={all} onDone={done} onClose={() => setReviewed(null)} />;
  const trouble = forms.error ?? versions.error;
  return (
    <div className="forms">
      <Sheet labelledBy="forms-title" look="column">
        <h1 id="forms-title">{say("title")}</h1>
        <p className="aside-text forms__lead">{say("lead", { institution: institution.name })}</p>
        {items.length > 1 && <WordTabs label={say("title")} tabs={items.map((one) => ({ to: `/formularios/${one.form}`, label: one.title[language], current: one === form }))} />}
        {said && (
          <Note>
            <p>{said}</p>
          </Note>
        )}
        <Busy waiting={forms.isPending || versions.isPending} />
        {trouble && <Trouble problem={trouble} onRetry={() => { void forms.refetch(); void versions.refetch(); }} />}
        {form && all.length > 0 && (
          <Rows title={form.title[language]} aside={say("asked", { version: all.find(({ in_force }) => in_force)?.version ?? "" })}>
            {all.map((one) => (
              <VersionRow key={one.version} form={form.form} version={one} all={all} onReview={() => void review(one)} onDone={done} />
            ))}
          </Rows>
        )}
      </Sheet>
      {form && (
        <aside className="forms__aside">
          <ImportForm form={form.form} versions={all} text={text} onText={setText} onRead={(definition) => { setSaid(""); setReviewed({ kind: "pasted", definition }); }} />
        </aside>
      )}
    </div>
  );
}
