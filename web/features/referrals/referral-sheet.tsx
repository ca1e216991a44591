// One referral, open: who sent it, the ficha as it was frozen, what can be done with it now, and what was done.
import { FileText } from "lucide-react";
import { useEffect, useRef } from "react";
import { serverNow } from "@/api/transport";
import { useAnnounce } from "@/design/announce";
import { Busy } from "@/design/busy";
import { TextLink } from "@/design/button";
import { Icon } from "@/design/icon";
import { EmptyState } from "@/design/empty-state";
import { Note } from "@/design/note";
import { SectorMark } from "@/design/sector-mark";
import { Trouble } from "@/design/trouble";
import { useTopicName } from "@/features/directory/directory";
import { useMe } from "@/shell/session";
import { WhomToCall } from "@/features/network/whom-to-call";
import { CodeLink } from "@/features/thread/code-link";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { Answers } from "./answers";
import { Ficha } from "./ficha";
import { DueWords, saysUrgent } from "./inbox-row";
import { useMoveReferral, useReferral, useSectorOf, type Referral } from "./referrals";
import { ReceiverLinks } from "./receiver-links";
import { Seal } from "./seal";
import { holderOf } from "./stages";
import { Steps } from "./steps";
import { referralWords } from "./words";
import "./referral-sheet.css";

interface ReferralSheetProps {
  id: string;
  /** Where the list is, on a phone. */
  back: string;
  address: string;
}

export function ReferralSheet({ id, back, address }: ReferralSheetProps) {
  const say = useWords(referralWords);
  const referral = useReferral(id);
  const top = useRef<HTMLDivElement>(null);
  // After the page's own arrival: whoever came by the keyboard goes on from what was opened.
  useEffect(() => {
    const timer = setTimeout(() => top.current?.focus({ preventScroll: true }), 0);
    return () => clearTimeout(timer);
  }, [address]);
  return (
    <div className="referral" ref={top} tabIndex={-1}>
      <p className="referral__back no-print">
        <TextLink to={back}>{say("back")}</TextLink>
      </p>
      {referral.isPending && (
        <>
          <h2 id="referral-title" className="only-heard">
            {say("opening")}
          </h2>
          <Busy waiting act="opening" />
        </>
      )}
      {referral.error && (
        <>
          <h2 id="referral-title">{say("not_here.title")}</h2>
          {referral.error.status === 404 ? <EmptyState truth={say("not_here")} /> : <Trouble problem={referral.error} onRetry={() => void referral.refetch()} />}
        </>
      )}
      {referral.data && <Open referral={referral.data} />}
    </div>
  );
}

function Open({ referral }: { referral: Referral }) {
  useAcknowledged(referral);
  const say = useWords(referralWords);
  // Whoever decides a claim has only the steps to decide by: they are read first.
  const decides = referral.viewer === "coordinator";
  return (
    <>
      <Head referral={referral} />
      <Ficha referral={referral} />
      <Baton referral={referral} />
      {referral.package && (
        <p className="referral__paper no-print">
          <a className="button button--second" href={`/api/v1/referrals/${referral.id}/ficha.pdf`} target="_blank" rel="noreferrer">
            <Icon of={FileText} /> {say("pdf")}
          </a>
        </p>
      )}
      {decides && <Steps referral={referral} />}
      <Answers referral={referral} />
      {!decides && <Steps referral={referral} />}
      <ReceiverLinks referral={referral} />
      <Seal referral={referral} />
    </>
  );
}

/** Opening the ficha acknowledges it (the network's guard table). Once; if it fails, the step stays among the answers. */
function useAcknowledged(referral: Referral): void {
  const say = useWords(referralWords);
  const announce = useAnnounce();
  const may = useMe().permissions.includes("referral_move");
  const { mutate } = useMoveReferral(() => announce(say("acknowledged")));
  const tried = useRef(false);
  const due = may && referral.viewer === "destination" && referral.possible.includes("acknowledge");
  const { id, version } = referral;
  useEffect(() => {
    if (!due || tried.current) return;
    tried.current = true;
    mutate({ id, move: { action: "acknowledge", version, questions: [] } });
  }, [due, id, version, mutate]);
}

function Head({ referral }: { referral: Referral }) {
  const say = useWords(referralWords);
  const dates = useDates();
  const topic = useTopicName()(referral.topic);
  const received = referral.viewer === "destination";
  const other = received ? referral.origin : referral.destination;
  const when = referral.sent_at ? dates.moment(referral.sent_at) : "";
  const how = !referral.sent_at ? (referral.kind === "information" ? "head.draft.information" : "head.draft") : referral.viewer === "coordinator" ? "head.between" : received ? "head.received" : referral.kind === "information" ? "head.given" : "head.sent";
  return (
    <header className="referral__head">
      <h2 id="referral-title" className="only-heard">
        {referral.topic === "" ? say("topic.closed") : topic}, {referral.thread_code}
      </h2>
      <div className="referral__line">
        <p className="referral__from">
          {referral.viewer === "coordinator" && <><Institution of={referral.origin} /> {say("between.to")} </>}
          {other.name ? <Institution of={other} /> : <b>{referral.service_name}</b>} {say(how, { when })} · <CodeLink code={referral.thread_code} />
        </p>
        <p className="referral__due">
          <DueWords item={referral} />
        </p>
      </div>
      <p className="aside-text">
        {[topic, say(`kind.${referral.kind}`), !saysUrgent(referral) && say(`urgency.${referral.urgency}`), referral.service_name, say(`status.${referral.status}`)].filter(Boolean).join(" · ")}
      </p>
    </header>
  );
}

function Institution({ of }: { of: Referral["origin"] }) {
  const sector = useSectorOf()(of);
  return sector ? <SectorMark sector={sector} name={of.name} /> : <b>{of.name}</b>;
}

/** Whose turn it is to answer for the person, in one sentence. */
function Baton({ referral }: { referral: Referral }) {
  const say = useWords(referralWords);
  const holder = holderOf(referral);
  const otherId = (referral.viewer === "destination" ? referral.origin : referral.destination).id;
  const mine = (holder === "origin" && referral.viewer === "origin") || (holder === "destination" && referral.viewer === "destination");
  const name = holder === "origin" ? referral.origin.name : referral.destination.name || referral.service_name;
  if (referral.status === "draft") return null;
  const late = referral.viewer === "destination" && referral.due_at !== undefined && referral.mine_to_act && new Date(referral.due_at) <= serverNow();
  return (
    <div className="referral__baton">
      <p>
        {holder === "nobody" ? say("baton.nobody") : mine ? say.rich("baton.mine") : say.rich("baton.other", { name })} {holder === "origin" && say(referral.kind === "information" ? "baton.information" : "baton.until")}
      </p>
      {late && <Note tone="look">{say("baton.late")}</Note>}
      {referral.person_id && <TextLink to={`/personas/${referral.person_id}`}>{say("open_person")}</TextLink>}
      {referral.viewer !== "coordinator" && otherId && <WhomToCall institution={otherId} />}
    </div>
  );
}
