// The drawing's own region: the only place of the page that may be wider than the page.
import type { RefCallback } from "react";
import { serverNow } from "@/api/transport";
import { SectorMark } from "@/design/sector-mark";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { Drawing } from "./drawing";
import type { Move } from "./keys";
import { Knots } from "./knots";
import type { Layout } from "./layout";
import { placeAt, sizeOf } from "./place";
import { threadWords } from "./words";

interface RegionProps {
  layout: Layout;
  chosen: number;
  isList: boolean;
  /** "Lo que ella dice". */
  voiceName: string;
  regionRef: RefCallback<HTMLElement>;
  onChoose: (index: number) => void;
  onMove: (move: Move) => void;
}

export function Region({ layout, chosen, isList, voiceName, regionRef, onChoose, onMove }: RegionProps) {
  const say = useWords(threadWords);
  const dates = useDates();
  const day = (at: number) => dates.shortDay(new Date(at)).replace(/^\S+ /, "");
  return (
    <section ref={regionRef} className="thread__region" aria-label={say("region", { knots: layout.knots.length })}>
      <div className="thread__canvas" ref={sizeOf(layout.width, layout.height)}>
        <Drawing layout={layout} />
        <div className="thread__names" aria-hidden="true">
          {layout.voices.length > 0 && <b ref={placeAt(0, 12)} className="thread__lane thread__voice-name">{voiceName}</b>}
          {layout.lanes.map(({ lane, y, isHolding, holds }) => (
            <div key={lane.id} ref={placeAt(0, y)} className={`thread__lane thread__lane--ruled hue-${lane.sector}`}>
              <SectorMark sector={lane.sector} name={lane.name} />
              <small>
                {isHolding ? say("lane.holding") : holds.map(({ from, until }) => say("lane.holds", { from: day(from), until: until === undefined ? "" : day(until) })).join(" · ") || say("lane.helps")}
              </small>
            </div>
          ))}
        </div>
        {layout.voices.map((voice) => (
          <q key={voice.id} ref={placeAt(voice.x, 26, voice.width)} className="thread__voice" aria-hidden="true">{voice.words}</q>
        ))}
        {layout.ticks.map((tick) => (
          <span key={tick.x} ref={placeAt(tick.x, layout.height - 26)} className="thread__tick" aria-hidden="true">
            {tick.withMonth ? day(tick.at) : day(tick.at).split(" ")[0]}
          </span>
        ))}
        <span ref={placeAt(layout.nowX, 0)} className="thread__now" aria-hidden="true">
          {say("now", { when: dates.hour(serverNow()) })}
        </span>
        <Knots layout={layout} chosen={chosen} isList={isList} onChoose={onChoose} onMove={onMove} />
      </div>
    </section>
  );
}
