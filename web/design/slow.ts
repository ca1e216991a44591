// Waiting under 400 ms is not worth a word; blinking would be worse than silence.
import { useEffect, useState } from "react";

/** True once `waiting` has lasted 400 ms. */
export function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), 400);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [waiting]);
  return slow && waiting;
}
