// What the page says while it waits. Nothing is drawn in place of what is coming.
import { useWords } from "@/words/say";
import { useSlow } from "./slow";
import { designWords } from "./words";
import "./busy.css";

interface BusyProps {
  waiting: boolean;
  /** "searching" for lists, "opening" for one record. */
  act?: "searching" | "opening";
}

export function Busy({ waiting, act = "searching" }: BusyProps) {
  const say = useWords(designWords);
  const slow = useSlow(waiting);
  return (
    <p className="busy aside-text" role="status">
      {slow ? say(`busy.${act}`) : ""}
    </p>
  );
}
