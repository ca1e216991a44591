// What a level lets travel, class by class, and whether each side sees the other's knots.
import { dataClasses } from "@/design/data-classes";
import { designWords } from "@/design/words";
import { useWords } from "@/words/say";
import { mayTravel } from "./agreements";
import { networkWords } from "./words";

export function LevelTravels({ limit, visible }: { limit: number; visible: boolean }) {
  const say = useWords(networkWords);
  const sayDesign = useWords(designWords);
  return (
    <>
      <ol className="network__classes">
        {dataClasses.map((each) => (
          <li key={each}><b>{each}</b><span>{sayDesign(`class.${each}`)}</span><span>{say(`may.${mayTravel(each, limit)}`)}</span></li>
        ))}
      </ol>
      <p className="aside-text">{say(visible ? "visible" : "invisible")}</p>
    </>
  );
}
