// What an administrator has before them when nothing is loose: the installation, and its next step.
import { Busy } from "@/design/busy";
import { ButtonLink, TextLink } from "@/design/button";
import { Sheet } from "@/design/sheet";
import { useWords } from "@/words/say";
import { useSetup, type Setup } from "./setup";
import { SetupSpine } from "./setup-spine";
import { directoryWords } from "./words";

type Go = "numbers" | "rows" | "people";
const places: Record<Go, string> = { numbers: "/numeros-de-emergencia", rows: "/catastro", people: "/equipo" };

function nextOf({ numbers, rows, people }: Setup): Go | undefined {
  if (numbers.undecided > 0) return "numbers";
  if (rows === 0) return "rows";
  return people > 1 ? undefined : "people";
}

export function SetupSheet() {
  const say = useWords(directoryWords);
  const setup = useSetup();
  if (!setup) return <Busy waiting act="opening" />;
  const next = nextOf(setup);
  return (
    <Sheet labelledBy="setup-title">
      <div className="setup-sheet">
        <h2 id="setup-title">{next ? say("setup.title") : say("setup")}</h2>
        <SetupSpine setup={setup} />
        <div className="setup-sheet__acts">
          {next ? <ButtonLink to={places[next]} weight="first">{say(`setup.go.${next}`)}</ButtonLink> : <p>{say("setup.ready")}</p>}
          {next !== "numbers" && <TextLink to={places.numbers}>{say("setup.go.numbers")}</TextLink>}
        </div>
      </div>
    </Sheet>
  );
}
