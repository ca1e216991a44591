// "No puedo entrar": who gives a new link. Hebra sends none by itself: whoever administers the institution hands it over.
import { TextLink } from "@/design/button";
import { Note } from "@/design/note";
import { usePageTitle } from "@/shell/page";
import { useWords } from "@/words/say";
import { Door } from "./door";
import { accessWords } from "./words";

export function Page() {
  const say = useWords(accessWords);
  usePageTitle(say("help.title"));
  return (
    <Door title={say("help.title")} foot={<TextLink to="/entrar" quiet>{say("help.back")}</TextLink>}>
      <Note>
        <p>{say("help.text")}</p>
      </Note>
    </Door>
  );
}
