// A definition from a file, pasted, or started from the one asked today: first only looked at.
import { Upload } from "lucide-react";
import { useRef, useState, type FormEvent } from "react";
import { Problem } from "@/api/problem";
import { Button } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { Icon } from "@/design/icon";
import { useDates } from "@/words/dates";
import type { Definition } from "@/forms/definition";
import { useLanguage, useWords } from "@/words/say";
import { definitionOf, useImport, type Version } from "./forms-data";
import { whereIn, type Language } from "./names";
import { readDefinition } from "./read-json";
import { nextVersion } from "./versions";
import { formWords } from "./words";

interface ImportFormProps {
  form: string;
  versions: readonly Version[];
  text: string;
  onText: (text: string) => void;
  onRead: (definition: Definition) => void;
}

/** Each fault with the question it is about. */
function told(problem: Problem, definition: Definition | undefined, language: Language): Problem {
  const fields = problem.fields.map((field) => {
    const where = definition ? whereIn(field.pointer.replace(/^\/definition(?=\/)/, ""), definition, language) : "";
    return { ...field, message: where === "" ? field.message : `${where}: ${field.message}` };
  });
  return new Problem(problem.kind, problem.status, problem.code, problem.message, fields, problem.requestId);
}

export function ImportForm({ form, versions, text, onText, onRead }: ImportFormProps) {
  const say = useWords(formWords);
  const language = useLanguage();
  const today = useDates().today();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState("");
  const look = useImport(false, (_, definition) => onRead(definition));
  const asked = versions.find(({ in_force }) => in_force)?.version;
  const put = (next: string) => {
    setWrong("");
    look.reset();
    onText(next);
  };
  const start = async () => {
    const definition = await definitionOf(form, asked ?? "");
    put(JSON.stringify({ ...definition, version: nextVersion(versions), status: "draft", effective_from: today }, null, 1));
    document.getElementById("definition")?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const definition = readDefinition(text);
    setWrong(definition ? "" : say(text.trim() === "" ? "import.missing" : "import.not_json"));
    if (definition) look.mutate(definition);
    else document.getElementById("definition")?.focus();
  };
  return (
    <section aria-labelledby="import-title">
      <h2 id="import-title">{say("import.title")}</h2>
      <p className="aside-text">{say("import.lead")}</p>
      <form onSubmit={submit} noValidate>
        <ErrorSummary problem={look.error && told(look.error, readDefinition(text), language)} />
        <div className="form-acts">
          <label className="forms__file">
            <input ref={input} type="file" accept=".json,application/json" className="only-heard" onChange={(event) => void event.target.files?.[0]?.text().then(put)} />
            <span className="button button--tight">
              <Icon of={Upload} />
              {say("import.file")}
            </span>
          </label>
          <Button size="tight" weight="word" disabled={asked === undefined} onPress={() => void start()}>{say("import.start")}</Button>
        </div>
        <div className="forms__paste">
          <Field name="definition" label={say("import.paste")} value={text} onChange={put} error={wrong} lines />
        </div>
        <Button type="submit" weight="first" pending={look.isPending}>{say("import.look")}</Button>
      </form>
    </section>
  );
}
