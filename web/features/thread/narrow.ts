import { useSyncExternalStore } from "react";

/** Of the screen: paper is never too narrow, for the drawing is made smaller there. */
const k_narrow = "screen and (max-width: 899.98px)";
const query = (): MediaQueryList | undefined => (typeof window.matchMedia === "function" ? window.matchMedia(k_narrow) : undefined);

function listen(tell: () => void): () => void {
  const found = query();
  found?.addEventListener("change", tell);
  return () => found?.removeEventListener("change", tell);
}

/** A phone, or a page at 400 %: the drawing is read as its list. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => query()?.matches ?? false);
