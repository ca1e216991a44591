import { useSyncExternalStore } from "react";

const k_narrow = "(max-width: 899.98px)";
const query = (): MediaQueryList | undefined => (typeof window.matchMedia === "function" ? window.matchMedia(k_narrow) : undefined);

function listen(tell: () => void): () => void {
  const found = query();
  found?.addEventListener("change", tell);
  return () => found?.removeEventListener("change", tell);
}

/** A phone, or a page at 400 %: the drawing is read as its list. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => query()?.matches ?? false);
