// What somebody types is asked about once they pause.
import { useEffect, useState } from "react";

const k_pause = 700;

/** `value` once it has stopped changing for a while. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), k_pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
