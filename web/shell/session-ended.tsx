// The sign-in that opens over a page whose session ended. Only the same person may go on with what is written there.
import { answer, api } from "@/api/client";
import { Button } from "@/design/button";
import { Dialog } from "@/design/dialog";
import { SignInForm } from "@/features/access/sign-in-form";
import { useWords } from "@/words/say";
import { leave, useSetMe, type Me } from "./session";
import { shellWords } from "./words";

interface SessionEndedProps {
  me: Me;
  onBack: () => void;
}

export function SessionEnded({ me, onBack }: SessionEndedProps) {
  const say = useWords(shellWords);
  const setMe = useSetMe();
  const signedIn = async (now: Me) => {
    if (now.user_id !== me.user_id) {
      leave();
      return;
    }
    const institution_id = me.institution.id;
    const asBefore = now.institution.id === institution_id;
    setMe(asBefore ? now : await answer(api.POST("/api/v1/sessions/current/institution", { body: { institution_id } })));
    onBack();
  };
  return (
    <Dialog open title={say("ended.title")}>
      <p>{say("ended.kept")}</p>
      <p>{say("ended.as", { email: me.email })}</p>
      <SignInForm user={me.email} verb={say("ended.continue")} onSignedIn={(now) => void signedIn(now)} />
      <Button weight="word" onPress={leave}>
        {say("ended.other")}
      </Button>
    </Dialog>
  );
}
