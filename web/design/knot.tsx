// What happened, by shape; the hue only repeats who. Each is drawn in a 28 × 28 box around its centre.
import type { Hue } from "./yarn";
import "./hues.css";
import "./yarn.css";

export const knotShapes = [
  "contact", "screening", "permission", "referral", "accepted", "arrived", "session",
  "message", "fulfilled", "mesa", "future", "loose",
] as const;
export type KnotShape = (typeof knotShapes)[number];

function Shape({ shape }: { shape: KnotShape }) {
  switch (shape) {
    case "contact":
      return <circle className="knot__full" cx="14" cy="14" r="8.5" />;
    case "screening":
      return <path className="knot__full" d="M14 4.5L24 22H4z" />;
    case "permission":
      return (
        <>
          <circle className="knot__open" cx="14" cy="14" r="8" />
          <path className="knot__line" d="M10.3 14.2l2.6 2.7 4.9-5.6" />
        </>
      );
    case "referral":
      return <path className="knot__full" d="M5 5.5h9L23 14l-9 8.5H5z" />;
    case "accepted":
      return (
        <>
          <circle className="knot__open" cx="14" cy="14" r="8" />
          <path d="M14 6a8 8 0 010 16z" fill="currentColor" />
        </>
      );
    case "arrived":
      return (
        <>
          <circle className="knot__open" cx="14" cy="14" r="12" />
          <circle cx="14" cy="14" r="7.4" fill="currentColor" />
        </>
      );
    case "session":
      return <rect className="knot__full" x="6.5" y="6.5" width="15" height="15" rx="2" />;
    case "message":
      return <path className="knot__full" d="M5 6h18v13h-9l-5 4.5V19H5z" />;
    case "fulfilled":
      return (
        <>
          <circle className="knot__full" cx="14" cy="14" r="9.5" />
          <path className="knot__on" d="M9.6 14.3l3 3.1 5.8-6.6" />
        </>
      );
    case "mesa":
      return <path className="knot__line" d="M14 2v24M9.5 9.5l9 9M18.5 9.5l-9 9" />;
    case "future":
      return <circle className="knot__open" cx="14" cy="14" r="8" />;
    case "loose":
      return <circle className="knot__open knot__open--loose" cx="14" cy="14" r="8" />;
  }
}

interface KnotProps {
  shape: KnotShape;
  hue?: Hue;
  /** Centre, in the drawing's own units. */
  x: number;
  y: number;
  /** 1 is full size: a disc of 17. */
  scale?: number;
}

export function Knot({ shape, hue = "ink", x, y, scale = 1 }: KnotProps) {
  return (
    <g className={`hue-${hue}`} transform={`translate(${x} ${y}) scale(${scale}) translate(-14 -14)`}>
      <Shape shape={shape} />
    </g>
  );
}

/** A knot alone, beside a line of a list. */
export function KnotMark({ shape, hue = "ink" }: Pick<KnotProps, "shape" | "hue">) {
  return (
    <svg className="yarn" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
      <Knot shape={shape} hue={hue} x={14} y={14} />
    </svg>
  );
}
