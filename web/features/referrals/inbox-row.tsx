// One referral of a list: what about, of whom by code and age, with whom, and whose clock runs.
import { Link } from "react-aria-components";
import { serverNow } from "@/api/transport";
import { Clock } from "@/design/clock";
import { SectorMark } from "@/design/sector-mark";
import { Fray, Yarn } from "@/design/yarn";
import { shareLeft } from "@/design/yarn-shapes";
import { useTopicName } from "@/features/directory/directory";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { useSectorOf, type Listed } from "./referrals";
import { waitsForOther } from "./stages";
import { referralWords } from "./words";

interface InboxRowProps {
  item: Listed;
  to: string;
  current: boolean;
}

export function InboxRow({ item, to, current }: InboxRowProps) {
  const say = useWords(referralWords);
  const topic = useTopicName()(item.topic);
  const sector = useSectorOf();
  const other = item.viewer === "origin" ? item.destination : item.origin;
  const hue = sector(other);
  return (
    <li>
      <Link className="inbox-row" href={to} {...(current ? { "aria-current": "true" as const } : {})}>
        <b className="inbox-row__topic">{item.topic === "" ? say("topic.closed") : topic}</b>
        <ShortYarn item={item} />
        <span className="inbox-row__who">
          <span>
            <b>{item.thread_code}</b>{item.topic !== "" && <>, {say(`age.${item.age_band}` as "age.unknown")}</>}
          </span>
          {hue ? <SectorMark sector={hue} name={other.name} /> : <span>{other.name || item.service_name}</span>}
        </span>
        {item.disputed && <b className="inbox-row__said">{say(`disputed.${item.disputed}`)}</b>}
        {item.tries > 0 && <span className="inbox-row__said">{say("tries", { count: item.tries })}</span>}
        <span className="inbox-row__clock">
          <DueWords item={item} />
        </span>
      </Link>
    </li>
  );
}

/** Whether the words of the clock already say that it is urgent. */
export const saysUrgent = (item: Listed): boolean => item.urgency === "urgent" && item.due_at !== undefined && !waitsForOther(item);

/** What falls due, and when; whose turn it is, when it is not one's own. */
export function DueWords({ item }: { item: Listed }) {
  const say = useWords(referralWords);
  const dates = useDates();
  const what = say(`due.${item.status}`);
  const urgent = item.urgency === "urgent" && <b>{say("urgency.urgent")}. </b>;
  if (waitsForOther(item)) return <span className="faint">{say("due.paused")}</span>;
  if (!item.due_at) return <span className="faint">{say("status.since", { status: say(`status.${item.status}`), when: dates.moment(item.updated_at) })}</span>;
  const late = new Date(item.due_at) <= serverNow();
  return (
    <>
      {urgent}
      {item.mine_to_act ? what : say("due.theirs", { what })}: <Clock dueAt={item.due_at} what={what} loose={late} />
    </>
  );
}

/** As long as what is left of a day; frayed when it is late. */
function ShortYarn({ item }: { item: Listed }) {
  const now = serverNow();
  const due = item.due_at ? new Date(item.due_at) : null;
  const late = due !== null && due <= now && !waitsForOther(item);
  const reach = due && !waitsForOther(item) ? 8 + 72 * shareLeft(due, now) : 80;
  return (
    <svg className="yarn inbox-row__yarn" width="92" height="24" viewBox="0 -12 92 24" aria-hidden="true">
      {late ? (
        <>
          <Yarn x={3} y={0} reach={24} width={6} />
          <Fray x={27} y={0} reach={30} />
        </>
      ) : (
        <>
          <path className="inbox-row__rule" d="M3 0H84" />
          {due && <Yarn x={3} y={0} reach={reach} width={6} />}
          <circle className="inbox-row__end" cx="86" cy="0" r="4.5" />
        </>
      )}
    </svg>
  );
}
