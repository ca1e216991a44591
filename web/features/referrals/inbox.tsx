// What came in and what was sent: the list at one side, the one that is open on the sheet.
import { useLocation, useSearchParams } from "wouter";
import { EmptyState } from "@/design/empty-state";
import { Sheet } from "@/design/sheet";
import { usePageTitle, type PageProps } from "@/shell/page";
import { useMe, type Me } from "@/shell/session";
import { useWords } from "@/words/say";
import { Coordination } from "./coordination";
import { InboxList } from "./inbox-list";
import type { Box } from "./referrals";
import { ReferralSheet } from "./referral-sheet";
import { tabsOf } from "./stages";
import { referralWords } from "./words";
import "./inbox.css";

/** Who attends a line sends more than receives; everybody else begins with what came in. */
const boxOf = (me: Me): Box => (me.roles.every((role) => role === "agent" || role === "supervisor") ? "sent" : "inbox");

export function Page({ params }: PageProps) {
  const say = useWords(referralWords);
  const me = useMe();
  const id = params["id"] ?? "";
  const [query] = useSearchParams();
  const [address] = useLocation();
  const asked = query.get("caja");
  const box: Box = asked === "recibidas" ? "inbox" : asked === "enviadas" ? "sent" : boxOf(me);
  const tab = tabsOf[box].find(({ name }) => name === query.get("ver")) ?? tabsOf[box][0];
  usePageTitle(say(`title.${box}`));
  const decides = me.permissions.includes("referral_coordinate");
  return (
    <div className={id === "" ? "inbox inbox--list" : "inbox inbox--open"}>
      <div className="inbox__list">
        {decides && <Coordination chosen={id} />}
        {tab && <InboxList box={box} tab={tab} chosen={id} search={query.toString()} />}
      </div>
      <Sheet labelledBy="referral-title" look="column">
        {id === "" ? (
          <>
            <h2 id="referral-title" className="only-heard">
              {say("none_chosen.title")}
            </h2>
            <EmptyState truth={say(decides ? "none_chosen.decides" : `none_chosen.${box}`)} />
          </>
        ) : (
          <ReferralSheet key={id} id={id} back={`/derivaciones?${query.toString()}`} address={address} />
        )}
      </Sheet>
    </div>
  );
}
