// How the thread is said: each knot's date, fact and short word.
import { useMemo } from "react";
import { useTitleOf } from "@/features/commitments/title";
import { peopleWords } from "@/features/people/words";
import { serverNow } from "@/api/transport";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { Gap, Moment } from "./story";
import { threadWords } from "./words";

const k_minute = 60_000;

export interface Telling {
  when: (moments: readonly Moment[]) => string;
  what: (moments: readonly Moment[]) => string;
  short: (moments: readonly Moment[]) => string;
  alone: (gap: Gap) => string;
  /** What was due in a time without anybody. */
  due: (gap: Gap) => string;
}

export function useTelling(): Telling {
  const say = useWords(threadWords);
  const sayEvent = useWords(peopleWords);
  const dates = useDates();
  const titleOf = useTitleOf();
  return useMemo(() => {
    const one = ({ event, commitment, owed, shape }: Moment): string => {
      if (event) return sayEvent(`event.${event.kind}`);
      const promise = commitment ?? owed;
      if (!promise) return "";
      return say(shape === "loose" ? "knot.loose" : promise.paused ? "knot.paused" : "knot.future", { what: titleOf(promise) });
    };
    return {
      when: (moments) => {
        const [first, last] = [moments[0], moments.at(-1)];
        if (!first || !last) return "";
        if (first === last) return dates.moment(new Date(first.at));
        return say("braid.when", { from: dates.day(new Date(first.at)), until: dates.day(new Date(last.at)) });
      },
      what: (moments) => (moments.length > 1 ? say("braid", { count: moments.length }) : moments[0] ? one(moments[0]) : ""),
      short: (moments) => {
        const [first] = moments;
        if (moments.length > 1) return say("braid", { count: moments.length });
        if (!first) return "";
        if (first.event) return say(`short.${first.event.kind}`);
        return say(first.shape === "loose" ? "short.loose" : (first.commitment ?? first.owed)?.paused ? "short.paused" : "short.future");
      },
      alone: ({ from, until, nobody }) => {
        const minutes = Math.max(1, Math.floor(((until ?? serverNow().getTime()) - from) / k_minute));
        const span = minutes < 90 ? say("span.minutes", { count: minutes })
          : minutes < 48 * 60 ? say("span.hours", { count: Math.floor(minutes / 60) })
          : say("span.days", { count: Math.floor(minutes / 1440) });
        return say(nobody ? "alone" : "unanswered", { span });
      },
      due: ({ kinds }) => kinds.map((kind) => titleOf({ kind })).join("; "),
    };
  }, [say, sayEvent, dates, titleOf]);
}
