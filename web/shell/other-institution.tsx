// Another window made the session act for another institution. Nothing of this page was saved: one goes on for the one it
// shows, or leaves it for the other.
import { useState } from "react";
import { answer, api } from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import { Button } from "@/design/button";
import { Dialog } from "@/design/dialog";
import { Trouble } from "@/design/trouble";
import { useWords } from "@/words/say";
import { useBecome, useSetMe, type Me } from "./session";
import { shellWords } from "./words";

interface OtherInstitutionProps {
  me: Me;
  /** Whether what was being sent is sent again. */
  onSettled: (again: boolean) => void;
}

export function OtherInstitution({ me, onSettled }: OtherInstitutionProps) {
  const say = useWords(shellWords);
  const setMe = useSetMe();
  const become = useBecome();
  const [trouble, setTrouble] = useState<Problem | null>(null);
  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      setTrouble(asProblem(error));
    }
  };
  const stay = async () => {
    setMe(await answer(api.POST("/api/v1/sessions/current/institution", { body: { institution_id: me.institution.id } })));
    onSettled(true);
  };
  const follow = async () => {
    const now = await answer(api.GET("/api/v1/me"));
    onSettled(false);
    become(now);
  };
  return (
    <Dialog open title={say("elsewhere.title")}>
      <p>{say("elsewhere.what", { institution: me.institution.name })}</p>
      <p>{say("elsewhere.kept")}</p>
      {trouble && <Trouble problem={trouble} onRetry={() => void attempt(stay)} />}
      <div className="dialog__acts">
        <Button weight="first" onPress={() => void attempt(stay)}>
          {say("elsewhere.stay", { institution: me.institution.name })}
        </Button>
        <Button weight="word" onPress={() => void attempt(follow)}>
          {say("elsewhere.follow")}
        </Button>
      </div>
    </Dialog>
  );
}
