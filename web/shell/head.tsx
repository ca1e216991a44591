// One line of words over the day's thread. No side menu.
import { Search } from "lucide-react";
import { Button, Link } from "react-aria-components";
import { Icon } from "@/design/icon";
import { HeadNotices } from "@/features/notices/head-notices";
import { useWords } from "@/words/say";
import { DayThread } from "./day-thread";
import { Mark } from "./mark";
import { pathOf } from "./pages";
import type { Place } from "./places";
import { useMe } from "./session";
import { Who } from "./who";
import { shellWords } from "./words";
import "./head.css";

export interface WordsOfHead {
  places: readonly Place[];
  current: Place | undefined;
  loose: number;
}

export function Head({ places, current, loose, onSearch }: WordsOfHead & { onSearch: () => void }) {
  const say = useWords(shellWords);
  const { demo } = useMe();
  return (
    <header className="head">
      <Link className="head__mark" href="/" aria-label={say("home")}>
        <Mark />
        Hebra
      </Link>
      <nav className="head__words" aria-label={say("nav")}>
        <ul>
          {places.map((place) => (
            <li key={place}>
              <Link href={pathOf(place)} {...(place === current ? { "aria-current": "page" as const } : {})}>
                {say(`place.${place}`)}
                {place === "loose" && <LooseCount loose={loose} />}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="head__side">
        {demo && (
          <span className="fictitious">
            <span className="fictitious__long">{say("demo")}</span>
            <span className="fictitious__short">{say("demo.short")}</span>
          </span>
        )}
        <HeadNotices />
        <Button className="head__search" onPress={onSearch}>
          <Icon of={Search} />
          <span className="head__search-word">{say("search")}</span> <span className="key">{say("search.key")}</span>
        </Button>
        <Who />
      </div>
      <DayThread loose={loose} />
    </header>
  );
}

export function LooseCount({ loose }: { loose: number }) {
  const say = useWords(shellWords);
  if (loose === 0) return null;
  return (
    <span className="loose-count">
      <span aria-hidden="true">{loose}</span>
      <span className="only-heard">, {say("loose.heard", { count: loose })}</span>
    </span>
  );
}
