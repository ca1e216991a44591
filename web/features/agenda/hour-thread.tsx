// One hour on the thread of its day: a knot that says what it is, and yarn as long as it lasts. Solid: given. Dots: free, still
// to come. Dashes: it went to another hour. Cut: nobody came. Words beside it say the same.
import { Knot, type KnotShape } from "@/design/knot";
import { YarnPath, type Hue } from "@/design/yarn";
import type { Appointment } from "@/features/referrals/agenda";
import type { Hour } from "./week";

const k_top = 14;
const k_shortest = 40;
const k_longest = 120;

const knots: Record<Appointment["status"], KnotShape> = { booked: "accepted", kept: "arrived", missed: "future", moved: "future", cancelled: "future" };

/** To scale, within what can be drawn beside words. */
const lengthOf = (minutes: number): number => Math.min(k_longest, Math.max(k_shortest, minutes));

export function HourThread({ hour, hue }: { hour: Hour; hue: Hue }) {
  const length = lengthOf(hour.minutes);
  const end = k_top + length;
  const line = `M14 ${k_top}V${end}`;
  const status = "given" in hour ? hour.given.status : "free";
  return (
    <svg className="hour__thread" width="28" height={end + 6} viewBox={`0 0 28 ${end + 6}`} aria-hidden="true">
      {(status === "booked" || status === "kept") && <YarnPath path={line} width={status === "kept" ? 8 : 7} hue={hue} />}
      {status === "free" && <path className="yarn__future" d={line} />}
      {status === "moved" && <path className={`yarn__sent hue-${hue}`} d={line} />}
      {status === "missed" && <path className={`hour__cut hue-${hue}`} d={`M14 ${k_top}v${length * 0.42}M14 ${k_top + length * 0.62}V${end}`} />}
      {status === "free" ? <circle className="hour__open" cx="14" cy={k_top} r="6" /> : <Knot shape={knots[status]} hue={hue} x={14} y={k_top} scale={status === "kept" ? 0.95 : 0.85} />}
    </svg>
  );
}
