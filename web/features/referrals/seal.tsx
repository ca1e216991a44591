// The proof that the ficha is the one that was sent, and who has opened it.
import { usePersonViews } from "@/features/people/people";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { Referral } from "./referrals";
import { referralWords } from "./words";

export function Seal({ referral }: { referral: Referral }) {
  const say = useWords(referralWords);
  const dates = useDates();
  const mayAsk = useMe().permissions.includes("person_views");
  if (!referral.package || !referral.package_hash) return null;
  return (
    <section className="section" aria-labelledby="seal-title">
      <h3 id="seal-title" className="section-title">
        {say("seal.title")}
      </h3>
      <p className="aside-text">
        {say("seal.frozen", { when: dates.moment(referral.package.frozen_at), version: referral.package.version })} <code className="seal__hash">{referral.package_hash.match(/.{1,8}/g)?.join(" ")}</code>
      </p>
      {referral.viewer === "origin" && referral.person_id && mayAsk && <OpenedBy personId={referral.person_id} referralId={referral.id} />}
    </section>
  );
}

/** From the person's own list of who saw what: the same that the person may read. */
function OpenedBy({ personId, referralId }: { personId: string; referralId: string }) {
  const say = useWords(referralWords);
  const dates = useDates();
  const views = usePersonViews(personId);
  const opened = views.data?.pages.flatMap((page) => page.items).filter((view) => view.action === "referral.open_package" && view.subject_id === referralId) ?? [];
  if (!views.data) return null;
  if (opened.length === 0) return <p>{say("seal.nobody")}</p>;
  const first = opened.at(-1);
  return (
    <p>
      {say("seal.opened", { count: opened.length, who: [...new Set(opened.map((view) => view.institution_name))].join(", "), when: first ? dates.moment(first.at) : "" })}
    </p>
  );
}
