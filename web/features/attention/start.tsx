// Beginning: one tap while they talk, day and hours when it already happened, or one tap when it was no counselling.
import { useState } from "react";
import { saidIn } from "@/api/problem";
import { Button } from "@/design/button";
import { usePhone } from "@/design/phone";
import { Sheet } from "@/design/sheet";
import { usePageTitle, type PageProps } from "@/shell/page";
import { useWords } from "@/words/say";
import { channels, useCreateContact } from "./contacts";
import { LateForm } from "./late-form";
import { DispositionTaps } from "./no-counselling";
import { OpenContacts } from "./open-contacts";
import { useStart } from "./starting";
import { useTakeBack } from "./take-back";
import { attentionWords } from "./words";
import "./contact.css";
import "./start.css";

export function Page({ params }: PageProps) {
  const say = useWords(attentionWords);
  const person = params["person"];
  // On a phone what one came for is above what is closed with a tap, also for whoever goes by keyboard or by ear.
  const isPhone = usePhone();
  const taps = !person && <NotCounselling />;
  usePageTitle(say("start.title"));
  return (
    <div className="start">
      <section className="call" aria-labelledby="start-title">
        <h1 id="start-title">{say("start.title")}</h1>
        <p className="aside-text">{person ? say("start.person") : say("start.why")}</p>
        {!isPhone && taps}
      </section>
      <Sheet labelledBy="start-now" look="column">
        <h2 id="start-now">{say("start.now")}</h2>
        <StartNow {...(person ? { person } : {})} />
        <section className="section" aria-labelledby="start-late">
          <h2 id="start-late">{say("start.late")}</h2>
          <LateForm {...(person ? { person } : {})} />
        </section>
      </Sheet>
      {isPhone && taps && <div className="call">{taps}</div>}
      <aside className="start__open">
        <OpenContacts />
      </aside>
    </div>
  );
}

function StartNow({ person }: { person?: string }) {
  const say = useWords(attentionWords);
  const { start, pending, error } = useStart(person);
  const [first, ...rest] = channels;
  return (
    <>
      <p>
        <Button weight="first" size="large" onPress={() => start(first)} pending={pending} autoFocus>{say(`begin.${first}`)}</Button>
      </p>
      <p className="start__channels">
        {rest.map((channel) => (
          <Button key={channel} onPress={() => start(channel)} disabled={pending}>{say(`begin.${channel}`)}</Button>
        ))}
      </p>
      {error && <p role="alert">{saidIn(error) || say("failed")}</p>}
    </>
  );
}

function NotCounselling() {
  const say = useWords(attentionWords);
  const takeBack = useTakeBack();
  const [done, setDone] = useState(0);
  const create = useCreateContact((contact) => {
    setDone((before) => before + 1);
    takeBack(contact, { disposition: null, ended: false });
  });
  return (
    <>
      <DispositionTaps onTap={(disposition) => create.mutate({ channel: "phone", disposition })} pending={create.isPending} />
      {done > 0 && <p role="status" className="aside-text">{say("start.noted", { count: done })}</p>}
      {create.isError && <p role="alert">{saidIn(create.error) || say("failed")}</p>}
    </>
  );
}
