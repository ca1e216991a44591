// The keyboard of the drawing (interface.md §3). Pure: a key, and where one is, give where to go.
import type { Layout } from "./layout";

export interface Move {
  /** Another knot. */
  to?: number;
  act?: "detail" | "list" | "closer" | "farther" | "whole";
}

/** Undefined for a key that is not the drawing's. */
export function keyMove(key: string, layout: Layout, chosen: number, isList: boolean): Move | undefined {
  const { knots } = layout;
  const here = knots[chosen];
  const to = (index: number): Move => ({ to: Math.max(0, Math.min(knots.length - 1, index)) });
  if (isList && (key === "ArrowUp" || key === "ArrowDown")) return to(chosen + (key === "ArrowUp" ? -1 : 1));
  switch (key) {
    case "ArrowLeft": return to(chosen - 1);
    case "ArrowRight": return to(chosen + 1);
    case "Home": return to(0);
    case "End": return to(knots.length - 1);
    case "ArrowUp":
    case "ArrowDown": {
      if (!here) return undefined;
      const wanted = knots.map((knot, index) => ({ ...knot, index })).filter((knot) => (key === "ArrowUp" ? knot.lane < here.lane : knot.lane > here.lane));
      const nearest = wanted.sort((one, other) => Math.abs(one.lane - here.lane) - Math.abs(other.lane - here.lane) || Math.abs(one.x - here.x) - Math.abs(other.x - here.x))[0];
      return to(nearest?.index ?? chosen);
    }
    case "n":
    case "N": {
      const loose = knots.flatMap((knot, index) => (knot.moments[0]?.shape === "loose" ? [index] : []));
      return to(loose.find((index) => index > chosen) ?? loose[0] ?? chosen);
    }
    case "Enter": return { act: "detail" };
    case "l":
    case "L": return { act: "list" };
    case "+": return { act: "closer" };
    case "-": return { act: "farther" };
    case "0": return { act: "whole" };
    default: return undefined;
  }
}
