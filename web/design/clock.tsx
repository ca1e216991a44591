// A deadline in words that stay true while the page is open. Yarn beside it may repeat it, never replace it.
import { useEffect, useRef } from "react";
import { serverNow } from "@/api/transport";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { useAnnounce } from "./announce";
import { bandOf, clockWords, type Band } from "./clock-words";
import { useMinute } from "./minute";
import { designWords } from "./words";
import "./clock.css";

interface ClockProps {
  dueAt: string;
  /** What the deadline is of, for those who hear it pass to another band. */
  what: string;
  paused?: boolean;
  loose?: boolean;
}

export function Clock({ dueAt, what, paused = false, loose = false }: ClockProps) {
  const say = useWords(designWords);
  const dates = useDates();
  useMinute();
  const facts = { dueAt: new Date(dueAt), now: serverNow(), paused, loose };
  const band = bandOf(facts);
  useBandHeard(band, say(`clock.band.${band}`, { what }));
  return (
    <time className={`clock clock--${band}`} dateTime={dueAt}>
      <span>{clockWords(facts, say, dates)}</span>
    </time>
  );
}

/** Says `words` once, when the band changes; never on arrival, or a page of clocks would talk all at once. */
function useBandHeard(band: Band, words: string): void {
  const announce = useAnnounce();
  const heard = useRef(band);
  useEffect(() => {
    if (heard.current === band) return;
    heard.current = band;
    announce(words);
  }, [announce, band, words]);
}
