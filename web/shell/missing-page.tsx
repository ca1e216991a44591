import { TextLink } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { useWords } from "@/words/say";
import { usePageTitle } from "./page";
import { shellWords } from "./words";
import "./missing-page.css";

export function MissingPage() {
  const say = useWords(shellWords);
  usePageTitle(say("missing.title"));
  return (
    <div className="missing-page">
      <h1>{say("missing.title")}</h1>
      <EmptyState truth={say("missing.text")} act={<TextLink to="/">{say("missing.home")}</TextLink>} />
    </div>
  );
}
