// The eight moments, in any order. The line at the side joins them in the order in which they were spoken of.
import { useLayoutEffect, useRef, useState, type RefObject } from "react";
import { Button } from "@/design/button";
import type { Field } from "@/forms/definition";
import { useDates } from "@/words/dates";
import { useLanguage, useWords } from "@/words/say";
import type { Moment } from "./contacts";
import { lastAt, linePaths, lineX, moments, placesOf } from "./moment-order";
import { attentionWords } from "./words";
import type { Touched } from "./write-up";
import type { Writing } from "./use-write-up";
import "./moment-list.css";

interface MomentListProps {
  writing: Writing;
  fieldOf: (moment: Moment) => Field | undefined;
  /** Opens the directory beside what is written; absent for who may not read it. */
  onHelp?: (moment: Moment) => void;
}

/** Where the source says that the directory is at hand, and where it says to tell of other sources of help. */
const withDirectory: readonly Moment[] = ["resources_and_networks", "referral"];

export function MomentList({ writing, fieldOf, onHelp }: MomentListProps) {
  const say = useWords(attentionWords);
  const list = useRef<HTMLOListElement>(null);
  const [current, setCurrent] = useState<Moment | null>(null);
  const shown = moments.filter((moment) => fieldOf(moment));
  const centres = useCentres(list);
  return (
    <div className="moments">
      <MomentLine centres={centres} order={writing.form.moments} current={current} />
      <ol ref={list} aria-label={say("moments.heard")}>
        {shown.map((moment) => (
          <MomentRow key={moment} moment={moment} field={fieldOf(moment)} writing={writing} current={current === moment} onCurrent={setCurrent} {...(onHelp && withDirectory.includes(moment) ? { onHelp } : {})} />
        ))}
      </ol>
    </div>
  );
}

interface MomentRowProps {
  moment: Moment;
  field: Field | undefined;
  writing: Writing;
  current: boolean;
  onCurrent: (moment: Moment | null) => void;
  onHelp?: (moment: Moment) => void;
}

function MomentRow({ moment, field, writing, current, onCurrent, onHelp }: MomentRowProps) {
  const say = useWords(attentionWords);
  const language = useLanguage();
  const dates = useDates();
  const before = useRef(0);
  const { form, draft } = writing;
  const told = form.answers[moment];
  const text = typeof told === "string" ? told : "";
  const places = placesOf(form.moments, moment);
  const at = lastAt(form.moments, moment);
  const name = field?.label[language] ?? moment;
  const error = writing.errorOf(`/answers/${moment}`);
  return (
    <li className={["moment", current && "moment--current", places.length === 0 && "moment--untold", text === "" && "moment--empty"].filter(Boolean).join(" ")}>
      <label className="moment__name" htmlFor={moment}>
        {name}
        {places.length > 0 && <span className="only-heard">{say("moment.place", { places: places.join(", ") })}</span>}
      </label>
      <div className="moment__said">
        <textarea
          id={moment}
          className="moment__text"
          rows={1}
          value={text}
          aria-describedby={`${moment}-prompt`}
          {...(error ? { "aria-invalid": true } : {})}
          onFocus={() => {
            before.current = text.length;
            onCurrent(moment);
          }}
          onBlur={() => {
            onCurrent(null);
            draft.saveNow();
          }}
          onChange={(event) => writing.speak(moment, event.target.value, event.target.value.length - before.current)}
        />
        {/* The source's own words (INJUV, 9.1) stay beside what is written, and are no substitute for the label. */}
        <p className={text === "" || current ? "moment__prompt" : "moment__prompt only-heard"} id={`${moment}-prompt`}>
          {field?.help?.[language]}
        </p>
        {onHelp && (
          <span className="moment__help">
            <Button weight="word" size="tight" onPress={() => onHelp(moment)}>{say("help.open")}<span className="only-heard">: {name}</span></Button>
          </span>
        )}
        {error && <p className="field__error">{error}</p>}
      </div>
      <span className="moment__at">{at && <time dateTime={at}>{dates.hour(at)}</time>}</span>
    </li>
  );
}

/** The centre of each row, measured again whenever a row grows. */
function useCentres(list: RefObject<HTMLOListElement | null>): readonly number[] {
  const [centres, setCentres] = useState<readonly number[]>([]);
  useLayoutEffect(() => {
    const rows = list.current;
    if (!rows) return;
    const measure = () => {
      const next = Array.from(rows.children, (row) => (row instanceof HTMLElement ? row.offsetTop + Math.min(row.offsetHeight / 2, 60) : 0));
      setCentres((now) => (now.join() === next.join() ? now : next));
    };
    measure();
    if (!("ResizeObserver" in window)) return;
    const observer = new ResizeObserver(measure);
    Array.from(rows.children).forEach((row) => observer.observe(row));
    return () => observer.disconnect();
  }, [list]);
  return centres;
}

interface MomentLineProps {
  centres: readonly number[];
  order: readonly Touched[];
  current: Moment | null;
}

function MomentLine({ centres, order, current }: MomentLineProps) {
  return (
    <svg className="moments__line" aria-hidden="true" width="84" height="100%">
      {linePaths(order, centres).map((path, index) => (
        <path key={index} className="moments__path" d={path} />
      ))}
      {centres.map((y, index) => (
        <MomentKnot key={index} y={y} places={placesOf(order, moments[index] ?? "welcome")} current={current === moments[index]} />
      ))}
    </svg>
  );
}

function MomentKnot({ y, places, current }: { y: number; places: readonly number[]; current: boolean }) {
  const told = places.length > 0;
  return (
    <g>
      {current && <circle className="moments__here" cx={lineX} cy={y} r="17" />}
      <circle className={told ? "moments__knot" : "moments__knot moments__knot--open"} cx={lineX} cy={y} r="12.5" />
      {told && (
        <text className={places.length > 1 ? "moments__place moments__place--small" : "moments__place"} x={lineX} y={y + 4.5} textAnchor="middle">
          {places.slice(-2).join("·")}
        </text>
      )}
    </g>
  );
}
