// The knots: a list of buttons in time order, one tab stop. With other rules the same list is the Lista view.
import { useRef, type KeyboardEvent } from "react";
import { KnotMark } from "@/design/knot";
import { useWords } from "@/words/say";
import { useDates } from "@/words/dates";
import type { Layout, PlacedGap, PlacedKnot } from "./layout";
import { keyMove, type Move } from "./keys";
import { placeAt } from "./place";
import { useTelling, type Telling } from "./telling";
import { threadWords } from "./words";

interface KnotsProps {
  layout: Layout;
  chosen: number;
  onChoose: (index: number) => void;
  onMove: (move: Move) => void;
  isList: boolean;
}

/** What is read in time order: knots, and the times without anybody. */
function inOrder(layout: Layout): ({ knot: PlacedKnot; index: number } | { gap: PlacedGap })[] {
  const knots = layout.knots.map((knot, index) => ({ knot, index, at: knot.moments[0]?.at ?? 0 }));
  const gaps = layout.gaps.map((gap) => ({ gap, at: gap.gap.from + 0.5 }));
  return [...knots, ...gaps].sort((one, other) => one.at - other.at);
}

export function Knots({ layout, chosen, onChoose, onMove, isList }: KnotsProps) {
  const tell = useTelling();
  const list = useRef<HTMLOListElement>(null);
  const focus = (index: number) => {
    onChoose(index);
    list.current?.querySelector<HTMLElement>(`[data-knot="${index}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = keyMove(event.key, layout, chosen, isList);
    if (!move) return;
    event.preventDefault();
    if (move.to !== undefined) focus(move.to);
    else onMove(move);
  };
  return (
    <ol ref={list} className="thread__knots" onKeyDown={onKeyDown}>
      {inOrder(layout).map((item) =>
        "gap" in item ? (
          <GapItem key={`gap ${item.gap.gap.from} ${item.gap.lane}`} placed={item.gap} tell={tell} name={layout.lanes[item.gap.lane]?.lane.name} />
        ) : (
          <KnotItem key={item.knot.moments[0]?.id} knot={item.knot} tell={tell} index={item.index} isChosen={item.index === chosen} sector={layout.lanes[item.knot.lane]?.lane} holder={holderBelow(layout, item.knot)} onChoose={onChoose} />
        ),
      )}
    </ol>
  );
}

/** Whose the yarn is from a knot down to the next: nobody's where the holder itself let something go. */
function holderBelow(layout: Layout, { holder, lane, moments }: PlacedKnot): string | undefined {
  if (holder === undefined || (holder === lane && moments[0]?.shape === "loose")) return undefined;
  return layout.lanes[holder]?.lane.sector;
}

interface KnotItemProps {
  knot: PlacedKnot;
  tell: Telling;
  index: number;
  isChosen: boolean;
  sector: { sector: string; name: string } | undefined;
  /** Of whoever holds the thread from here on: the list's yarn is theirs, the knot is of who acted. */
  holder: string | undefined;
  onChoose: (index: number) => void;
}

function KnotItem({ knot, tell, index, isChosen, sector, holder, onChoose }: KnotItemProps) {
  const [first] = knot.moments;
  if (!first) return null;
  const hue = sector?.sector as Parameters<typeof KnotMark>[0]["hue"];
  const isBraid = knot.moments.length > 1;
  return (
    <li ref={placeAt(knot.x, knot.y)} className={`thread__item thread__item--${first.shape}${holder === undefined ? " thread__item--free" : ""} hue-${holder ?? "ink"}`}>
      <button type="button" className="thread__knot" data-knot={index} tabIndex={isChosen ? 0 : -1} {...(isChosen ? { "aria-current": "true" as const } : {})} onClick={() => onChoose(index)}>
        <KnotMark shape={first.shape} {...(hue ? { hue } : {})} />
        {isBraid && <KnotMark shape={first.shape} {...(hue ? { hue } : {})} />}
        <span className="thread__words">
          <b>{tell.when(knot.moments)}.</b> {tell.what(knot.moments)}. <span className="thread__who">{sector?.name}</span>
          {first.words?.map((words) => <span key={words} className="thread__said">«{words}»</span>)}
        </span>
      </button>
      {knot.label && (
        <span className={`thread__label thread__label--${knot.label}`} aria-hidden="true">
          {tell.short(knot.moments)}
        </span>
      )}
    </li>
  );
}

function GapItem({ placed, tell, name }: { placed: PlacedGap; tell: Telling; name: string | undefined }) {
  const say = useWords(threadWords);
  const dates = useDates();
  const { from, until } = placed.gap;
  const span = { from: dates.moment(new Date(from)), until: until === undefined ? "" : dates.moment(new Date(until)) };
  return (
    <li ref={placeAt(placed.x, placed.y, placed.width)} className="thread__item thread__nobody">
      <span className="thread__alone" aria-hidden="true">{tell.alone(placed.gap)}</span>
      <span className="thread__words">
        <b>{until === undefined ? say("gap.open", span) : say("gap.past", span)}</b> {tell.alone(placed.gap)}: {tell.due(placed.gap)}. <span className="thread__who">{name}</span>
      </span>
    </li>
  );
}
