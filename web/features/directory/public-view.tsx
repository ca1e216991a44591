// What the public sees of the emergency numbers now, beside the list that decides it.
import { EyeOff, Phone } from "lucide-react";
import { Icon } from "@/design/icon";
import { useWords } from "@/words/say";
import type { EmergencyEntry } from "./emergency";
import { directoryWords } from "./words";

export function PublicView({ items }: { items: readonly EmergencyEntry[] }) {
  const say = useWords(directoryWords);
  const shown = items.filter(({ is_shown }) => is_shown);
  const hidden = items.filter(({ is_shown }) => !is_shown);
  return (
    <aside className="public-view" aria-labelledby="public-title">
      <h2 id="public-title">{say("emergency.public")}</h2>
      {shown.length === 0 ? (
        <p>{say("emergency.public.none")}</p>
      ) : (
        <>
          <p className="public-view__ask">{say("emergency.public.ask")}</p>
          <ul>
            {shown.map(({ number, name }) => (
              <li key={number}>
                <Icon of={Phone} />
                <b>
                  {number}, {name}
                </b>
              </li>
            ))}
          </ul>
        </>
      )}
      {hidden.length > 0 && (
        <p className="public-view__hidden">
          <Icon of={EyeOff} />
          {say("emergency.public.hidden", { count: hidden.length, numbers: hidden.map(({ number }) => number).join(", ") })}
        </p>
      )}
      <p className="aside-text public-view__expires">{say("emergency.public.expires")}</p>
      <a className="text-link" href="/directorio">
        {say("emergency.public.open")}
      </a>
    </aside>
  );
}
