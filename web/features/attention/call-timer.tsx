// How long it has been going. The start is the server's, so that a reload, or another computer, shows the same minute.
import { useEffect, useState } from "react";
import { serverNow } from "@/api/transport";
import { useWords } from "@/words/say";
import { spanOf } from "./times";
import { attentionWords } from "./words";

function useSeconds(since: string): number {
  const passed = () => (serverNow().getTime() - Date.parse(since)) / 1000;
  const [seconds, setSeconds] = useState(passed);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((serverNow().getTime() - Date.parse(since)) / 1000), 1000);
    return () => clearInterval(timer);
  }, [since]);
  return Math.max(0, seconds);
}

export function CallTimer({ since }: { since: string }) {
  const say = useWords(attentionWords);
  const seconds = useSeconds(since);
  return (
    <p className="call__timer" role="timer" aria-label={say("timer.heard", { minutes: Math.floor(seconds / 60) })}>
      <span aria-hidden="true">{spanOf(seconds)}</span>
    </p>
  );
}
