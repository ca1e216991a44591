// The thread and its states. Solid: somebody holds it. Dashes: sent, not accepted. Dots: still to come. Frayed: nobody.
// Every part goes inside an <svg aria-hidden>: the words beside it say the same.
import type { SVGProps } from "react";
import type { Schema } from "@/api/client";
import { frayEnds, strand } from "./yarn-shapes";
import "./hues.css";
import "./yarn.css";

/** Who holds the thread: a sector, or plain ink when that does not matter. */
export type Hue = "ink" | Schema["Sector"];

interface YarnProps {
  x: number;
  y: number;
  reach: number;
  /** How high it waves; 0 is taut. */
  lift?: number;
  width?: number;
  hue?: Hue;
}

export function Yarn({ x, y, reach, lift = 0, width = 8, hue = "ink" }: YarnProps) {
  return <YarnPath path={strand(x, y, reach, lift)} width={width} hue={hue} />;
}

/** Yarn along any line. */
export function YarnPath({ path, width = 8, hue = "ink" }: { path: string; width?: number; hue?: Hue }) {
  return (
    <g className={`hue-${hue}`}>
      <path className="yarn__strand" d={path} strokeWidth={width} />
      <path className="yarn__twist" d={path} strokeWidth={Math.max(1, width - 2)} />
    </g>
  );
}

interface FrayProps {
  x: number;
  y: number;
  reach: number;
  spread?: number;
}

export function Fray({ x, y, reach, spread = 13 }: FrayProps) {
  return (
    <>
      {frayEnds(x, y, reach, spread).map((path) => (
        <path key={path} className="yarn__fray" d={path} />
      ))}
    </>
  );
}

/** Zero loose threads: the yarn closes on itself. */
export function Loop(props: Pick<SVGProps<SVGSVGElement>, "className">) {
  return (
    <svg className={props.className ?? "yarn"} width="92" height="112" viewBox="0 0 92 112" aria-hidden="true">
      <YarnPath path="M46 8C22 8 9 30 9 56s13 48 37 48 37-22 37-48S70 8 46 8z" width={9} />
    </svg>
  );
}
