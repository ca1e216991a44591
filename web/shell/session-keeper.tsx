// When the session ends or acts for another institution under somebody who is writing: a dialog in place, and what was being
// sent is sent again.
import { lazy, Suspense, useEffect, useState } from "react";
import { onOtherInstitution, onSessionEnded } from "@/api/transport";
import { useMe } from "./session";

const SessionEnded = lazy(() => import("./session-ended").then((chunk) => ({ default: chunk.SessionEnded })));
const OtherInstitution = lazy(() => import("./other-institution").then((chunk) => ({ default: chunk.OtherInstitution })));

type Settle = (again: boolean) => void;
type Listen = (ask: (() => Promise<boolean>) | null) => void;

/** How to answer what the network waits for; null while it waits for nothing. */
function useQuestion(listen: Listen): Settle | null {
  const [settle, setSettle] = useState<Settle | null>(null);
  useEffect(() => {
    listen(
      () =>
        new Promise<boolean>((resolve) => {
          setSettle(() => (again: boolean) => {
            setSettle(null);
            resolve(again);
          });
        }),
    );
    return () => listen(null);
  }, [listen]);
  return settle;
}

export function SessionKeeper() {
  const me = useMe();
  const ended = useQuestion(onSessionEnded);
  const elsewhere = useQuestion(onOtherInstitution);
  if (ended) {
    return (
      <Suspense>
        <SessionEnded me={me} onBack={() => ended(true)} />
      </Suspense>
    );
  }
  if (!elsewhere) return null;
  return (
    <Suspense>
      <OtherInstitution me={me} onSettled={elsewhere} />
    </Suspense>
  );
}
