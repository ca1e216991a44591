// Whether the server answers, and what is still waiting to reach it. Told to the offline strip.
import { useSyncExternalStore } from "react";

export interface Unsent {
  id: string;
  /** What it is, in words without names: "Borrador de persona nueva". */
  what: string;
  /** Why it has not gone. */
  why: string;
  retry: () => void;
}

interface Reach {
  reachable: boolean;
  unsent: readonly Unsent[];
}

let reach: Reach = { reachable: true, unsent: [] };
const listeners = new Set<() => void>();

function become(next: Reach): void {
  reach = next;
  listeners.forEach((listener) => listener());
}

export function setReachable(reachable: boolean): void {
  if (reach.reachable !== reachable) become({ ...reach, reachable });
}

export function holdUnsent(item: Unsent): void {
  become({ ...reach, unsent: [...reach.unsent.filter((other) => other.id !== item.id), item] });
}

export function releaseUnsent(id: string): void {
  if (reach.unsent.some((item) => item.id === id)) become({ ...reach, unsent: reach.unsent.filter((item) => item.id !== id) });
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useReach = (): Reach => useSyncExternalStore(listen, () => reach);
