// A closed page with its surroundings: skip link, head, the content, and on a phone the words at the bottom.
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useLooseCount } from "@/features/commitments/commitments";
import { useUndoAs } from "@/design/undo-bar";
import { useWords } from "@/words/say";
import { BottomBar } from "./bottom-bar";
import { Head } from "./head";
import { placesWithPage } from "./pages";
import { placesFor, type Place } from "./places";
import { useMe } from "./session";
import { usePaletteKey } from "./palette-key";
import { shellWords } from "./words";
import "./frame.css";

const Palette = lazy(() => import("./palette").then((chunk) => ({ default: chunk.Palette })));

export function Frame({ place, children }: { place: Place | undefined; children: ReactNode }) {
  const say = useWords(shellWords);
  const me = useMe();
  useUndoAs(me.user_id);
  const loose = useLooseCount();
  const [searching, setSearching] = useState(false);
  usePaletteKey(() => setSearching(true));
  const words = placesFor(me.roles, placesWithPage);
  return (
    <>
      <a className="skip" href="#content">
        {say("skip")}
      </a>
      <Head places={words} current={place} loose={loose} onSearch={() => setSearching(true)} />
      {children}
      <BottomBar places={words} current={place} loose={loose} />
      {searching && (
        <Suspense>
          <Palette places={words} onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </>
  );
}
