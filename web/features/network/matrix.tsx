// Institutions × institutions. Each cell is a button that says its pair and level; its cloth repeats it.
import { useRef, type KeyboardEvent } from "react";
import { SectorMark, type Sector } from "@/design/sector-mark";
import { useWords } from "@/words/say";
import { agreementOf, numberOf, step, type Level, type Network } from "./cloth";
import { networkWords } from "./words";

interface MatrixProps {
  network: Network;
  chosen: [number, number];
  onChoose: (cell: [number, number]) => void;
}

export function Matrix({ network, chosen, onChoose }: MatrixProps) {
  const say = useWords(networkWords);
  const table = useRef<HTMLTableElement>(null);
  const { institutions } = network;
  const onKeyDown = (event: KeyboardEvent) => {
    const to = step(event.key, chosen, institutions.length);
    if (!to) return;
    event.preventDefault();
    onChoose(to);
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.join(" ")}"]`)?.focus();
  };
  const levelName = (level: Level | undefined) => (level ? `${numberOf(level)}, ${say(`level.${level}`)}` : say("none"));
  return (
    <div className="network__region">
      <table ref={table} className="network__matrix" aria-label={say("matrix")} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <td />
            {institutions.map(({ id, name, sector }) => (
              <th key={id} scope="col"><span className="network__column"><SectorMark sector={sector} name={name} /></span></th>
            ))}
          </tr>
        </thead>
        <tbody>
          {institutions.map((across, row) => (
            <tr key={across.id}>
              <th scope="row"><SectorMark sector={across.sector} name={across.name} /></th>
              {institutions.map((down, column) => {
                if (row === column) return <td key={down.id} className="network__self" />;
                const agreement = agreementOf(network, across.id, down.id);
                const isToday = row > column;
                const level = isToday ? agreement?.level : agreement?.goal ?? agreement?.level;
                const isChosen = chosen[0] === row && chosen[1] === column;
                const missing = !isToday && numberOf(level) > numberOf(agreement?.level);
                return (
                  <td key={down.id}>
                    <button
                      type="button" className={missing ? "network__cell network__cell--missing" : "network__cell"} data-cell={`${row} ${column}`} tabIndex={isChosen ? 0 : -1}
                      aria-pressed={isChosen} onClick={() => onChoose([row, column])}
                    >
                      <span className="only-heard">{say(isToday ? "pair" : "pair.goal", { one: down.name, other: across.name, level: levelName(level) })}</span>
                      <span className="network__number" aria-hidden="true">{numberOf(level) || "–"}</span>
                      <Weft count={numberOf(level)} {...(isToday ? { hues: [down.sector, across.sector] as const } : {})} woven={isToday ? 0 : numberOf(agreement?.level)} />
                      <span className="network__with" aria-hidden="true">{down.name}</span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Warp always; one weft for each level reached, in the hues of both in turn. */
export function Weft({ count, hues, woven = 0 }: { count: number; hues?: readonly [Sector, Sector]; woven?: number }) {
  return (
    <svg className="network__weft" width="34" height="34" viewBox="0 0 34 34" aria-hidden="true">
      {[3, 9, 15, 21, 27, 33].map((x) => <path key={x} className="network__warp" d={`M${x - 1} 1v32`} />)}
      {Array.from({ length: count }, (_, index) => (
        <path key={index} className={hues ? `network__thread hue-${hues[index % 2 ? 1 : 0]}` : index < woven ? "network__thread network__thread--pale" : "network__thread"} d={`M3 ${30 - index * 5}h28`} />
      ))}
    </svg>
  );
}
