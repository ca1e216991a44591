// One commitment as yarn: frayed when loose, else solid up to now and dashed up to its deadline.
import { serverNow } from "@/api/transport";
import { useMinute } from "@/design/minute";
import { Knot } from "@/design/knot";
import { Fray, Yarn, type Hue } from "@/design/yarn";
import { crest, shareLeft, shareLoose } from "@/design/yarn-shapes";
import "./commitment-yarn.css";

interface CommitmentYarnProps {
  dueAt: string;
  loose: boolean;
  hue: Hue;
}

export function CommitmentYarn({ dueAt, loose, hue }: CommitmentYarnProps) {
  useMinute();
  const due = new Date(dueAt);
  const Drawing = loose ? LooseYarn : HeldYarn;
  const share = loose ? shareLoose(due, serverNow()) : shareLeft(due, serverNow());
  return (
    <>
      <svg className="yarn commitment-yarn--desk" width="210" height="58" viewBox="0 0 210 58" aria-hidden="true">
        <Drawing share={share} hue={hue} y={29} reach={116} end={184} width={8} />
      </svg>
      <svg className="yarn commitment-yarn--phone" width="72" height="44" viewBox="0 0 72 44" aria-hidden="true">
        <Drawing share={share} hue={hue} y={22} reach={38} end={70} width={7} />
      </svg>
    </>
  );
}

interface DrawingProps {
  share: number;
  hue: Hue;
  y: number;
  /** How far the yarn reaches at most. */
  reach: number;
  end: number;
  width: number;
}

/** The longer it has been loose, the shorter what is whole and the longer what is frayed. */
function LooseYarn({ share, hue, y, reach, end, width }: DrawingProps) {
  const whole = reach * (1 - share * 0.28);
  const frayed = reach * (0.28 + share * 0.14);
  return (
    <>
      <Yarn x={0} y={y} reach={whole} lift={7} width={width} hue={hue} />
      <Knot shape="contact" hue={hue} x={crest(0, whole)} y={y} scale={width / 9} />
      <Fray x={whole} y={y} reach={frayed} />
      {end - whole > frayed + 12 && <path className="yarn__nobody" d={`M${whole + frayed + 4} ${y}H${end}`} />}
    </>
  );
}

/** The dashes are the share of the day that is left. */
function HeldYarn({ share, hue, y, reach, end, width }: DrawingProps) {
  const ring = end - (reach > 60 ? 19 : 10);
  const whole = Math.min(reach, ring - 16 - share * reach * 0.4);
  return (
    <>
      <Yarn x={0} y={y} reach={whole} lift={7} width={width} hue={hue} />
      <Knot shape="contact" hue={hue} x={crest(0, whole)} y={y} scale={width / 9} />
      <g className={`hue-${hue}`}>
        <path className="yarn__sent" d={`M${whole + width / 2 + 2} ${y}H${ring - 9}`} />
      </g>
      <Knot shape="future" x={ring} y={y} scale={width / 8} />
    </>
  );
}
