// What the pages before the session share: the motto and its thread at one side, the sheet at the other, and a way out
// at the foot for people who are looking for help and found the staff's door.
import { BookOpen } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "@/design/icon";
import { YarnPath, type Hue } from "@/design/yarn";
import { changeAppearance, useAppearance } from "@/shell/appearance";
import { Mark } from "@/shell/mark";
import { useWords } from "@/words/say";
import { DoorDemo, DoorNumbers } from "./door-numbers";
import { accessWords } from "./words";
import "./door.css";

export function Door({ title, children, foot }: { title: string; children: ReactNode; foot?: ReactNode }) {
  const say = useWords(accessWords);
  return (
    <div className="door">
      <section className="door__motto" aria-label="Hebra">
        <p className="door__mark">
          <Mark large />
          Hebra <DoorDemo />
        </p>
        <p className="door__words">{say.rich("door.motto")}</p>
        <DoorThread />
        <p className="aside-text door__beware">{say("door.beware")}</p>
      </section>
      <main className="door__sheet" id="content" aria-labelledby="door-title">
        <h1 id="door-title">{title}</h1>
        {children}
        {foot && <div className="door__foot">{foot}</div>}
      </main>
      <DoorWayOut />
    </div>
  );
}

/** From one institution to another without a gap: each stretch takes the hue of who holds it. */
function DoorThread() {
  return (
    <svg className="yarn door__thread" viewBox="0 0 880 150" preserveAspectRatio="xMaxYMid meet" aria-hidden="true">
      <YarnPath path="M-40 62C80 62 120 108 220 100" width={10} hue="helpline" />
      <YarnPath path="M220 100C330 92 350 40 450 46" width={10} hue="health" />
      <YarnPath path="M450 46C560 52 570 112 670 104" width={10} hue="childhood" />
      <YarnPath path="M670 104C760 97 800 75 884 75" width={10} />
      <Handover hue="health" x={220} y={100} />
      <Handover hue="childhood" x={450} y={46} />
      <Handover hue="ink" x={670} y={104} />
    </svg>
  );
}

function Handover({ hue, x, y }: { hue: Hue; x: number; y: number }) {
  return (
    <g className={`hue-${hue}`}>
      <circle className="door__ring" cx={x} cy={y} r="16" />
      <circle fill="currentColor" cx={x} cy={y} r="12.4" />
    </g>
  );
}

function DoorWayOut() {
  const say = useWords(accessWords);
  const { language } = useAppearance();
  const other = language === "es" ? "en" : "es";
  return (
    <footer className="door__way-out">
      <p>
        <b>{say("door.seek_help")}</b>{" "}
        {/* Drawn by the server, without scripts: it must open when this page would not. */}
        <a href="/directorio">
          <Icon of={BookOpen} />
          {say("door.who_attends")}
        </a>
        <DoorNumbers />
      </p>
      <button type="button" className="door__language" lang={other} onClick={() => changeAppearance({ language: other })}>
        {say("door.language")}
      </button>
    </footer>
  );
}
