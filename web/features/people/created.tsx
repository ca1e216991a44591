// Right after registering: the code to come back is shown once, so it is the whole sheet.
import { useState } from "react";
import { Button, ButtonLink } from "@/design/button";
import { useWords } from "@/words/say";
import type { Person } from "./people";
import { peopleWords } from "./words";

export function Created({ person }: { person: Person }) {
  const say = useWords(peopleWords);
  return (
    <div className="created" role="status">
      <h2 id="create-title">{say("created.title")}</h2>
      <p>{say("created.thread", { code: person.thread_code })}</p>
      {person.return_code !== undefined && <ReturnCode code={person.return_code} />}
      <ButtonLink to={`/personas/${person.id}`} {...(person.return_code === undefined ? { weight: "first" as const } : {})}>
        {say("created.open")}
      </ButtonLink>
    </div>
  );
}

function ReturnCode({ code }: { code: string }) {
  const say = useWords(peopleWords);
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(code).then(() => setCopied(true), () => setCopied(false));
  return (
    <section className="section" aria-labelledby="return-code">
      <h3 id="return-code">{say("created.code")}</h3>
      <p className="return-code">{code}</p>
      <p className="aside-text">{say("created.once")}</p>
      <p className="form-acts">
        {"clipboard" in navigator && <Button onPress={() => void copy()}>{copied ? say("created.copied") : say("created.copy")}</Button>}
      </p>
    </section>
  );
}
