// The picture alone: lanes, yarn, handovers, dashes, dots, frayed ends, seams. The list of knots lies over it and says it all.
import { useId } from "react";
import { Fray, YarnPath } from "@/design/yarn";
import type { Layout } from "./layout";
import { k_lane, k_names } from "./layout";
import { k_fray, k_mend } from "./lines";

const stitch = (y1: number, y2: number): number[] => Array.from({ length: Math.max(0, Math.floor((y2 - y1) / 17)) }, (_, index) => y1 + 10 + index * 17);

/** The hue of a lane's line, and of what is drawn of it. */
const hue = (layout: Layout, lane: number): string => `hue-${layout.lanes[lane]?.lane.sector ?? "ink"}`;

export function Drawing({ layout }: { layout: Layout }) {
  const id = useId();
  const bottom = layout.height - 34;
  return (
    <svg className="thread__picture" width={layout.width} height={layout.height} viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true">
      {layout.lanes.map(({ lane, y, isHolding }, index) => (
        <g key={lane.id}>
          {isHolding && <rect className="thread__lit" x={k_names - 8} y={y + 1} width={layout.width} height={(layout.lanes[index + 1]?.y ?? bottom) - y - 1} />}
          <path className="thread__rule" d={`M0 ${y}H${layout.width}`} />
        </g>
      ))}
      <path className="thread__rule" d={`M0 ${bottom}H${layout.width}`} />
      {layout.gaps.map((gap) => (
        <rect key={`${gap.x} ${gap.lane}`} className="thread__gap" x={gap.x} y={(layout.lanes[gap.lane]?.y ?? 0) + 1} width={Math.max(0, gap.width)} height={k_lane - 2} />
      ))}
      {layout.voices.map((voice) => <path key={voice.id} className="thread__voice-line" d={`M${voice.at} ${layout.top - 34}V${layout.top + 12}`} />)}
      {layout.sent.map((line) => <path key={line.path} className={`yarn__sent ${hue(layout, line.lane)}`} d={line.path} />)}
      {layout.plies.map((line) => <path key={line.path} className={`thread__ply ${hue(layout, line.lane)}`} d={line.path} />)}
      {layout.future.map((line) => (
        <path key={line.path} className={`yarn__future thread__ahead ${hue(layout, line.lane)}`} strokeWidth={line.isHolding ? 3 : 2.2} d={line.path} />
      ))}
      {layout.handovers.map((line, index) => (
        <g key={line.path}>
          <linearGradient id={`${id}${index}`} gradientUnits="userSpaceOnUse" x1={line.x1} x2={line.x2} y1="0" y2="0">
            <stop className={`thread__stop ${hue(layout, line.from)}`} offset=".15" />
            <stop className={`thread__stop ${hue(layout, line.to)}`} offset=".85" />
          </linearGradient>
          <path className="thread__handover" stroke={`url(#${id}${index})`} d={line.path} />
          <path className="yarn__twist" strokeWidth={6} d={line.path} />
        </g>
      ))}
      {layout.yarn.map((line) => <YarnPath key={line.path} path={line.path} hue={layout.lanes[line.lane]?.lane.sector ?? "ink"} />)}
      {layout.mends.map((mend) => (
        <g key={`${mend.x} ${mend.y}`} className={`thread__mend ${hue(layout, mend.lane)}`} transform={`translate(${2 * mend.x} 0) scale(-1 1)`}>
          <Fray x={mend.x} y={mend.y} reach={k_mend} spread={10} />
        </g>
      ))}
      {layout.frays.map((fray) => <Fray key={`${fray.x} ${fray.y}`} x={fray.x} y={fray.y} reach={k_fray} />)}
      {layout.seams.map((seam) => (
        <g key={seam.x} className="thread__seam">
          <path d={`M${seam.x} ${seam.y1}V${seam.y2}`} />
          {stitch(seam.y1, seam.y2).map((y) => <path key={y} d={`M${seam.x - 4.5} ${y}l9 9m0 -9l-9 9`} />)}
        </g>
      ))}
      <path className="thread__now-line" d={`M${layout.nowX} 18V${bottom + 6}`} />
      {layout.ticks.map((tick) => <path key={tick.x} className="thread__tick-mark" d={`M${tick.x} ${bottom}v6`} />)}
    </svg>
  );
}
