import { useSyncExternalStore } from "react";

const k_phone = "(max-width: 719.98px)";
const query = (): MediaQueryList | undefined => (typeof window.matchMedia === "function" ? window.matchMedia(k_phone) : undefined);

function listen(tell: () => void): () => void {
  const found = query();
  found?.addEventListener("change", tell);
  return () => found?.removeEventListener("change", tell);
}

/** One column and a bottom bar: what the style sheets call a phone, for what must also be another element there. */
export const usePhone = (): boolean => useSyncExternalStore(listen, () => query()?.matches ?? false);
