// One timer for every clock of the page.
import { useSyncExternalStore } from "react";

let minute = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    minute += 1;
    listeners.forEach((tell) => tell());
  }, 15_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Renders again four times a minute, so that words about time do not lie by more than fifteen seconds. */
export function useMinute(): void {
  useSyncExternalStore(listen, () => minute);
}
