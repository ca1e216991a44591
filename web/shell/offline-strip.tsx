// A black strip while the server does not answer: what is waiting, and why. Never says "done" before the server does.
import { useEffect } from "react";
import { setReachable, useReach } from "@/api/reach";
import { Button } from "@/design/button";
import { useWords } from "@/words/say";
import { shellWords } from "./words";
import "./offline-strip.css";

const k_ask_again = 10_000;

async function ask(): Promise<void> {
  try {
    setReachable((await fetch("/healthz", { cache: "no-store" })).ok);
  } catch {
    setReachable(false);
  }
}

export function OfflineStrip() {
  const say = useWords(shellWords);
  const { reachable, unsent } = useReach();

  useEffect(() => {
    if (reachable) return;
    const timer = setInterval(() => void ask(), k_ask_again);
    window.addEventListener("online", ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", ask);
    };
  }, [reachable]);

  useEffect(() => {
    const lost = () => setReachable(false);
    window.addEventListener("offline", lost);
    return () => window.removeEventListener("offline", lost);
  }, []);

  if (reachable && unsent.length === 0) return null;
  const retry = () => {
    unsent.forEach((item) => item.retry());
    void ask();
  };
  return (
    <section className="offline-strip" role="status">
      <p>
        {!reachable && <b>{say("offline")} </b>}
        {say("offline.kept", { count: unsent.length })}
      </p>
      <ul>
        {unsent.map((item) => (
          <li key={item.id}>
            {item.what}. {item.why}
          </li>
        ))}
      </ul>
      <Button weight="word" onPress={retry}>
        {say("offline.retry")}
      </Button>
    </section>
  );
}
