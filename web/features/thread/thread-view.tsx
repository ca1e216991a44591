// A person's thread, drawn: lanes, knots, and beside them the fact that is chosen.
import { Printer } from "lucide-react";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { useLocation } from "wouter";
import { Busy } from "@/design/busy";
import { Button } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { fold } from "@/design/fold";
import { Icon } from "@/design/icon";
import { Trouble } from "@/design/trouble";
import type { Person } from "@/features/people/people";
import { useDates, useZone } from "@/words/dates";
import { useWords } from "@/words/say";
import { dayIn } from "@/words/zone";
import { Ahead } from "./ahead";
import { Detail } from "./detail";
import { useThreadFacts } from "./facts";
import { Headline } from "./headline";
import type { Move } from "./keys";
import type { Zoom } from "./elastic";
import { clearOf, layOut } from "./layout";
import { Legend } from "./legend";
import { useNarrow } from "./narrow";
import { Printed } from "./printed";
import { Region } from "./region";
import type { Story } from "./story";
import { useTelling } from "./telling";
import { useRegionWidth } from "./width";
import { threadWords } from "./words";
import "./picture.css";
import "./thread.css";
import "./thread-list.css";
import "./thread-print.css";

const zooms: readonly Zoom[] = ["all", "quarter", "week"];

interface ThreadViewProps {
  person: Person;
  tabs: ReactNode;
  /** The same list, read downwards. */
  isList: boolean;
}

export function ThreadView({ person, tabs, isList: asked }: ThreadViewProps) {
  const say = useWords(threadWords);
  const isNarrow = useNarrow();
  const isList = asked || isNarrow;
  const facts = useThreadFacts(person.id);
  return (
    <div className={isList ? "thread thread--list" : "thread thread--drawn"}>
      <Headline person={person} story={facts.story} tabs={tabs} />
      <Busy waiting={!facts.story && !facts.problem} />
      {facts.story && facts.more && <Older story={facts.story} bringing={facts.bringing} onMore={facts.more} />}
      {facts.problem && <Trouble problem={facts.problem} onRetry={facts.retry} />}
      {facts.story && facts.story.moments.length === 0 && <EmptyState truth={say("none")} />}
      {facts.story && facts.story.moments.length > 0 && <Drawn person={person} story={facts.story} isList={isList} />}
    </div>
  );
}

/** A very long thread is drawn from its newest facts: it says so, and how far it reaches. */
function Older({ story, bringing, onMore }: { story: Story; bringing: boolean; onMore: () => void }) {
  const say = useWords(threadWords);
  const dates = useDates();
  const first = story.moments[0];
  if (!first) return null;
  return (
    <p className="thread__older no-print" role="status">
      {say("older", { day: dates.day(new Date(first.at)) })}{" "}
      <Button weight="word" pending={bringing} onPress={onMore}>{say("older.verb")}</Button>
    </p>
  );
}

function Drawn({ person, story, isList }: { person: Person; story: Story; isList: boolean }) {
  const say = useWords(threadWords);
  const tell = useTelling();
  const zone = useZone();
  const [, navigate] = useLocation();
  const [zoom, setZoom] = useState<Zoom>("all");
  const [region, width] = useRegionWidth();
  const layout = useMemo(
    () => layOut(story, { zoom, width, labelLength: (moment) => tell.short([moment]).length, dayOf: (at) => dayIn(zone, at) }),
    [story, zoom, width, tell, zone],
  );
  const [chosenId, setChosenId] = useState<string>();
  const found = layout.knots.findIndex((knot) => knot.moments[0]?.id === chosenId);
  const chosen = found >= 0 ? found : firstChoice(layout.knots);
  const detail = useRef<HTMLElement>(null);
  const scroller = region.element;
  // What is chosen, and at first the present, is in sight.
  const x = layout.knots[chosen]?.x ?? layout.nowX;
  useEffect(() => {
    if (!scroller || isList) return;
    if (x < scroller.scrollLeft + 200 || x > scroller.scrollLeft + scroller.clientWidth - 60) scroller.scrollLeft = clearOf(layout.knots, x - scroller.clientWidth * 0.7);
  }, [scroller, x, isList, layout]);
  const onMove = ({ act }: Move) => {
    const at = zooms.indexOf(zoom);
    if (act === "detail") detail.current?.focus();
    if (act === "list") navigate(`/personas/${person.id}/${isList ? "dibujo" : "lista"}`);
    if (act === "closer") setZoom(zooms[Math.min(zooms.length - 1, at + 1)] ?? "all");
    if (act === "farther") setZoom(zooms[Math.max(0, at - 1)] ?? "all");
    if (act === "whole") setZoom("all");
  };
  const knot = layout.knots[chosen];
  return (
    <div className="thread__sheet">
      <div className="thread__main">
        <div className="thread__tools no-print">
          <div role="group" aria-label={say("zoom")} className="thread__zooms">
            {zooms.map((each) => (
              <button key={each} type="button" className="thread__zoom" aria-pressed={each === zoom} onClick={() => setZoom(each)}>
                {say(`zoom.${each}`)}
              </button>
            ))}
          </div>
          <Button weight="word" onPress={() => window.print()}>
            <Icon of={Printer} /> {say("print")}
          </Button>
        </div>
        {layout.knots.length === 0 && <EmptyState truth={say("none.window")} />}
        <Region
          layout={layout} chosen={chosen} regionRef={region.ref} isList={isList} voiceName={say(`voice.${pronounOf(person)}`)} onMove={onMove}
          onChoose={(index) => setChosenId(layout.knots[index]?.moments[0]?.id)}
        />
        <Legend />
        <Ahead story={story} />
        <Printed story={story} />
      </div>
      {knot && <Detail ref={detail} knot={knot} lane={layout.lanes[knot.lane]?.lane} person={person} />}
    </div>
  );
}

/** By what they said of their gender; who said nothing is "la persona". */
function pronounOf({ gender }: Person): "her" | "him" | "them" {
  const said = fold(gender ?? "");
  if (/^(mujer|femen|nina|woman|female|girl)/.test(said)) return "her";
  return /^(hombre|masc|nino|man|male|boy)/.test(said) ? "him" : "them";
}

/** The most pressing: what is loose, else the last thing that happened. */
function firstChoice(knots: ReturnType<typeof layOut>["knots"]): number {
  const loose = knots.findIndex((knot) => knot.moments[0]?.shape === "loose");
  if (loose >= 0) return loose;
  const past = knots.findLastIndex((knot) => knot.moments[0]?.event !== undefined);
  return Math.max(0, past);
}

