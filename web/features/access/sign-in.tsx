import { useLocation } from "wouter";
import { TextLink } from "@/design/button";
import { usePageTitle } from "@/shell/page";
import { useBecome, type Me } from "@/shell/session";
import { useWords } from "@/words/say";
import { Door } from "./door";
import { SignInForm } from "./sign-in-form";
import { accessWords } from "./words";

/** Also what a closed page shows while nobody is signed in: then the address stays and that page follows. */
export function Page() {
  const say = useWords(accessWords);
  const become = useBecome();
  const [address, navigate] = useLocation();
  usePageTitle(say("door.title"));
  const signedIn = (me: Me) => {
    become(me);
    if (address === "/entrar") navigate("/", { replace: true });
  };
  return (
    <Door
      title={say("door.title")}
      foot={
        <TextLink to="/entrar/ayuda" quiet>
          {say("door.cannot")}
        </TextLink>
      }
    >
      <SignInForm verb={say("enter")} onSignedIn={signedIn} />
    </Door>
  );
}
