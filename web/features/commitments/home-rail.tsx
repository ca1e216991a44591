// The one number of the page, and the ways to look at what is under it.
import type { ReactNode } from "react";
import { Link } from "react-aria-components";
import { TextLink } from "@/design/button";
import { HomeOpen, StartActs } from "@/features/attention/starting";
import { NetworkWaits } from "@/features/referrals/network-waits";
import { Loop } from "@/design/yarn";
import { serverNow } from "@/api/transport";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { Commitment } from "./commitments";
import { homeViews, type HomeView } from "./home-views";
import { commitmentWords } from "./words";

interface HomeRailProps {
  view: HomeView;
  /** How many there are of each; undefined while that is not known, and then no number is shown. */
  counts: Record<HomeView, number | undefined>;
  /** The most dangerous loose one. */
  first: Commitment | undefined;
  /** What falls due first among what is held. */
  next: Commitment | undefined;
  children: ReactNode;
}

/** With nothing loose, the sheet beside the rail is where attending begins. */
const hasSheetOf = ({ view, counts }: Pick<HomeRailProps, "view" | "counts">): boolean => view === "loose" && counts.loose === 0;

export function HomeRail({ view, counts, first, next, children }: HomeRailProps) {
  const say = useWords(commitmentWords);
  const hasSheet = hasSheetOf({ view, counts });
  return (
    <div className="home__rail">
      {counts.loose !== undefined && <TheNumber count={counts.loose} first={first} next={next} />}
      {!hasSheet && <StartActs first />}
      <nav aria-label={say("filter")}>
        <ul className="home__views">
          {homeViews.map((which) => (
            <li key={which}>
              <Link href={which === "loose" ? "/" : `/?ver=${which}`} {...(which === view ? { "aria-current": "true" as const } : {})}>
                {say(`view.${which}`)} <span>{counts[which]}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  );
}

/** What is under the views where there is room beside the lists, and on a phone after them. */
export function HomeRest(props: Pick<HomeRailProps, "view" | "counts">) {
  return (
    <>
      <OtherActs />
      {!hasSheetOf(props) && <HomeOpen />}
    </>
  );
}

/** What one may do, and nothing one may not. */
function OtherActs() {
  const say = useWords(commitmentWords);
  const { permissions } = useMe();
  const may = (permission: string) => permissions.includes(permission);
  if (!may("person_read") && !may("referral_read")) return null;
  return (
    <section className="home__acts" aria-labelledby="acts-title">
      <h2 className="section section-title" id="acts-title">
        {say("acts")}
      </h2>
      {may("person_read") && <TextLink to="/personas">{say("find_person")}</TextLink>}
      {may("person_write") && <TextLink to="/personas/nueva">{say("new_person")}</TextLink>}
      {may("referral_read") && <TextLink to="/derivaciones">{say("referrals")}</TextLink>}
      {may("referral_coordinate") && <NetworkWaits />}
    </section>
  );
}

const isPast = ({ due_at }: Commitment): boolean => new Date(due_at) <= serverNow();

function TheNumber({ count, first, next }: { count: number } & Pick<HomeRailProps, "first" | "next">) {
  const say = useWords(commitmentWords);
  const dates = useDates();
  if (count === 0) {
    return (
      <div className="home__number">
        <h1>
          <Loop className="yarn home__loop" />
          <span className="home__label">{say("none")}</span>
        </h1>
        <p className="aside-text">{next ? say("next.at", { when: dates.moment(next.due_at) }) : say("next.none")}</p>
      </div>
    );
  }
  return (
    <div className="home__number">
      <h1 aria-label={say("count.heard", { count })}>
        <b className="home__count">{count}</b>
        <span className="home__label">{say("count", { count })}</span>
      </h1>
      {/* Since when, as its row says it: what was due, not when it was noticed. */}
      {first && <p className="aside-text">{isPast(first) ? say("first.loose", { when: dates.moment(first.due_at) }) : say("first.unowned")}</p>}
    </div>
  );
}
