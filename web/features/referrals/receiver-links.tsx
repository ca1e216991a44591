// For a receiver without an account: a link to this one referral, and apart from it the code that opens it.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";
import { useAnnounce } from "@/design/announce";
import { Button } from "@/design/button";
import { Irreversible } from "@/design/dialog";
import { ErrorSummary } from "@/design/error-summary";
import { Note } from "@/design/note";
import { useDates } from "@/words/dates";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import type { Referral } from "./referrals";
import { referralWords } from "./words";

type Link = Schema["ReferralLink"];

/** While the receiver still has something to say. */
const answerable = ["sent", "acknowledged", "info_requested", "waitlisted", "accepted", "scheduled"];

export function ReceiverLinks({ referral }: { referral: Referral }) {
  const say = useWords(referralWords);
  const may = useMe().permissions.includes("referral_write");
  const client = useQueryClient();
  const key = ["referral", referral.id, "links"];
  const wanted = referral.viewer === "origin" && may && answerable.includes(referral.status);
  const path = { path: { id: referral.id } };
  const links = useQuery({ queryKey: key, queryFn: () => answer(api.GET("/api/v1/referrals/{id}/links", { params: path })), enabled: wanted });
  const again = () => void client.invalidateQueries({ queryKey: key });
  const make = useWrite<Schema["NewReferralLink"], Link>((body, headers) => answer(api.POST("/api/v1/referrals/{id}/links", { params: path, body, headers })), again);
  const close = useWrite<string, unknown>((link, headers) => answer(api.DELETE("/api/v1/referrals/{id}/links/{link}", { params: { path: { id: referral.id, link } }, headers })), again);
  const [closing, setClosing] = useState<Link | null>(null);
  const address = links.data?.code_address;
  if (!wanted) return null;
  return (
    <section className="section no-print" aria-labelledby="links-title">
      <h3 id="links-title" className="section-title">
        {say("links.title")}
      </h3>
      <p className="aside-text">{say("links.what")}</p>
      {make.data?.path && <Made link={make.data} address={address ?? ""} />}
      <ul className="steps">
        {(links.data?.items ?? []).map((link) => (
          <Line key={link.id} link={link} onClose={() => setClosing(link)} />
        ))}
      </ul>
      <ErrorSummary problem={make.error ?? close.error} />
      {address && <p className="aside-text">{say("links.address", { address })}</p>}
      <p className="form-acts">
        {address && (
          <Button pending={make.isPending} onPress={() => make.mutate({ mail_code: true })}>
            {say("links.make.mailed")}
          </Button>
        )}
        <Button pending={make.isPending} onPress={() => make.mutate({})}>
          {say("links.make")}
        </Button>
      </p>
      {closing && (
        <Irreversible
          open
          title={say("links.close")}
          consequence={say("links.close.means")}
          verb={say("links.close")}
          pending={close.isPending}
          onDo={() => close.mutate(closing.id, { onSettled: () => setClosing(null) })}
          onClose={() => setClosing(null)}
        />
      )}
    </section>
  );
}

/** Told this once: whoever reads it later would be somebody else. A code that was mailed is told to nobody here. */
function Made({ link, address: mailedTo }: { link: Link; address: string }) {
  const say = useWords(referralWords);
  const address = `${window.location.origin}${link.path ?? ""}`;
  return (
    <Note tone="look" live>
      <p>
        <b>{say("links.once")}</b>
      </p>
      <p className="links__address">
        {address} <Copy text={address} verb={say("links.copy")} done={say("links.copied")} />
      </p>
      {link.code ? (
        <>
          <p>
            {say.rich("links.code", { code: link.code })} <Copy text={link.code} verb={say("links.copy_code")} done={say("links.copied_code")} />
          </p>
          <p>{say("links.dictate")}</p>
        </>
      ) : (
        <p>{say("links.mailed", { address: mailedTo })}</p>
      )}
    </Note>
  );
}

function Copy({ text, verb, done }: { text: string; verb: string; done: string }) {
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  const told = () => { setCopied(true); announce(done); };
  if (!("clipboard" in navigator)) return null;
  return (
    <Button size="tight" onPress={() => void navigator.clipboard.writeText(text).then(told, () => setCopied(false))}>
      {copied ? done : verb}
    </Button>
  );
}

function Line({ link, onClose }: { link: Link; onClose: () => void }) {
  const say = useWords(referralWords);
  const dates = useDates();
  const open = link.state === "waiting" || link.state === "opened";
  return (
    <li className="step">
      {say(`links.state.${link.state}`)} · {say("links.made", { who: link.created_by_name, when: dates.moment(link.created_at) })} · {say("links.until", { when: dates.moment(link.expires_at) })}
      {link.code_letter && ` · ${say(`links.letter.${link.code_letter}`)}`}{" "}
      {open && (
        <Button weight="word" size="tight" onPress={onClose}>
          {say("links.close")}
        </Button>
      )}
    </li>
  );
}
