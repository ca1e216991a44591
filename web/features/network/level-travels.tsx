// What a level lets travel, class by class, and whether each side sees the other's knots.
import { useWords } from "@/words/say";
import { classes, mayTravel } from "./agreements";
import { networkWords } from "./words";

export function LevelTravels({ limit, visible }: { limit: number; visible: boolean }) {
  const say = useWords(networkWords);
  return (
    <>
      <ol className="network__classes">
        {classes.map((each) => (
          <li key={each}><b>{each}</b><span>{say(`class.${each}`)}</span><span>{say(`may.${mayTravel(each, limit)}`)}</span></li>
        ))}
      </ol>
      <p className="aside-text">{say(visible ? "visible" : "invisible")}</p>
    </>
  );
}
