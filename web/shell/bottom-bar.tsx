// The words of the head, within reach of a thumb.
import {
  Bell, BookOpen, CalendarDays, ChartNoAxesColumn, CircleHelp, ClipboardList, Eye, House, MessagesSquare, Network, Send,
  Settings, ShieldAlert, Spline, Users, type LucideIcon,
} from "lucide-react";
import { Link } from "react-aria-components";
import { Icon } from "@/design/icon";
import { useWords } from "@/words/say";
import { LooseCount, type WordsOfHead } from "./head";
import { pathOf } from "./pages";
import { k_bottom_words, type Place } from "./places";
import { shellWords } from "./words";
import "./bottom-bar.css";

const drawings: Partial<Record<Place, LucideIcon>> = {
  loose: Spline, conversations: MessagesSquare, risk: ShieldAlert, referrals: Send, agenda: CalendarDays, mesas: Users,
  network: Network, directory: BookOpen, diagnosis: ClipboardList, shift: Bell, team: Users, figures: ChartNoAxesColumn,
  rights: Eye, visit: House, family: Users, networks: Network, to_send: Send, setup: Settings,
};

/** Under a thumb there is room for one short word. */
const shortened = ["loose", "conversations", "referrals", "setup"] as const satisfies readonly Place[];
const isShort = (place: Place): place is (typeof shortened)[number] => (shortened as readonly Place[]).includes(place);

export function BottomBar({ places, current, loose }: WordsOfHead) {
  const say = useWords(shellWords);
  if (places.length < 2) return null;
  return (
    <nav className="bottom-bar" aria-label={say("nav_below")}>
      <ul>
        {places.slice(0, k_bottom_words).map((place) => (
          <li key={place}>
            <Link href={pathOf(place)} {...(place === current ? { "aria-current": "page" as const } : {})}>
              <Icon of={drawings[place] ?? CircleHelp} />
              <span>{isShort(place) ? say(`short.${place}`) : say(`place.${place}`)}</span>
              {place === "loose" && <LooseCount loose={loose} />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
