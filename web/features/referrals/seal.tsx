// The proof that the ficha is the one that was sent, and who has opened it.
import { useDisclosures } from "@/features/privacy/disclosures";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { Referral } from "./referrals";
import { referralWords } from "./words";

export function Seal({ referral }: { referral: Referral }) {
  const say = useWords(referralWords);
  const dates = useDates();
  const mayAsk = useMe().permissions.includes("disclosure_read");
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

/** From the same list that the person may read. */
function OpenedBy({ personId, referralId }: { personId: string; referralId: string }) {
  const say = useWords(referralWords);
  const dates = useDates();
  const list = useDisclosures(personId);
  if (!list.data) return null;
  const opened = list.data.items.filter((one) => one.referral_id === referralId && one.opened);
  const first = opened.flatMap((one) => one.opened?.first_at ?? []).sort()[0];
  if (!first) return <p>{say("seal.nobody")}</p>;
  const count = opened.reduce((sum, one) => sum + (one.opened?.times ?? 0), 0);
  return <p>{say("seal.opened", { count, who: [...new Set(opened.map((one) => one.recipient_name))].join(", "), when: dates.moment(first) })}</p>;
}
