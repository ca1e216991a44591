// When the session ends under somebody who is writing: a dialog in place, and what was being sent is sent again.
import { lazy, Suspense, useEffect, useState } from "react";
import { onSessionEnded } from "@/api/transport";
import { useMe } from "./session";

const SessionEnded = lazy(() => import("./session-ended").then((chunk) => ({ default: chunk.SessionEnded })));

type Settle = (again: boolean) => void;

export function SessionKeeper() {
  const me = useMe();
  const [settle, setSettle] = useState<Settle | null>(null);

  useEffect(() => {
    onSessionEnded(
      () =>
        new Promise<boolean>((resolve) => {
          setSettle(() => resolve);
        }),
    );
    return () => onSessionEnded(null);
  }, []);

  if (!settle) return null;
  const done = () => {
    settle(true);
    setSettle(null);
  };
  return (
    <Suspense>
      <SessionEnded me={me} onBack={done} />
    </Suspense>
  );
}
