// A sector three ways at once: a dyed thread, a weave that survives black and white, and a name.
import { useWords } from "@/words/say";
import type { Schema } from "@/api/client";
import { designWords } from "./words";
import "./hues.css";
import "./sector-mark.css";

export type Sector = Schema["Sector"];

const weaves: Record<Sector, { path: string; filled?: true }> = {
  helpline: { path: "M1 4.5h16M1 9h16M1 13.5h16" },
  health: { path: "M4 4l10 10M14 4L4 14" },
  childhood: {
    path: [[5, 5], [13, 5], [9, 9], [5, 13], [13, 13]].map(([x, y]) => `M${x} ${y}m-1.7 0a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0`).join(""),
    filled: true,
  },
  education: { path: "M4.5 1v16M9 1v16M13.5 1v16" },
  justice: { path: "M5.5 1v16M12.5 1v16M1 5.5h16M1 12.5h16" },
  municipal: { path: "M1 11L11 1M4 17L17 4M10 18l8-8" },
  gender: { path: "M1 7l4-4 4 4 4-4 4 4M1 14l4-4 4 4 4-4 4 4" },
  community: { path: "M2 2h4.6v4.6H2zM11.2 2H16v4.6h-4.8zM6.6 6.6h4.6v4.6H6.6zM2 11.2h4.6V16H2zM11.2 11.2H16V16h-4.8z", filled: true },
};

/** In the order in which they are offered. */
export const sectors = Object.keys(weaves) as readonly Sector[];

interface SectorMarkProps {
  sector: Sector;
  /** The institution's name; without it the sector's own name is said. */
  name?: string;
}

/** The thread and its weave alone, where the name is written beside it. */
export function SectorWeave({ sector }: { sector: Sector }) {
  const weave = weaves[sector];
  return (
    <svg className={`sector__weave hue-${sector}`} viewBox="0 0 18 18" aria-hidden="true">
      <rect className="sector__ground" width="18" height="18" rx="2.5" />
      <path className={weave.filled ? "sector__threads--filled" : "sector__threads"} d={weave.path} />
    </svg>
  );
}

export function SectorMark({ sector, name }: SectorMarkProps) {
  const say = useWords(designWords);
  return (
    <span className="sector">
      <SectorWeave sector={sector} />
      <span>
        {name ?? say(`sector.${sector}`)}
        {name !== undefined && <span className="only-heard">, {say(`sector.${sector}`)}</span>}
      </span>
    </span>
  );
}
