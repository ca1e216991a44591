// The one place that talks to the network. Adds what every request carries, and waits through an ended session and through
// another window's change of institution.
import { newKey } from "./once";
import { problemFrom, unreachable } from "./problem";
import { setReachable } from "./reach";

let language = "es";
/** Answers whether the same thing may be sent again; registered by the shell while somebody is signed in. */
type Ask = () => Promise<boolean>;

interface Pause {
  ask: Ask | null;
  waiting: Promise<boolean> | null;
  codes: readonly string[];
}
/** A wrong password or code is a refusal too, and not an ended session. */
const ended: Pause = { ask: null, waiting: null, codes: ["session_ended", "not_signed_in"] };
const elsewhere: Pause = { ask: null, waiting: null, codes: ["other_institution"] };
let shown: string | null = null;
let behindBy = 0;

export function speakTo(chosen: string): void {
  language = chosen;
}

/** The institution that this window shows, named in every write: the server refuses it when another window changed to the next. */
export function writeFor(institution: string | null): void {
  shown = institution;
}

/** Answers whether the person signed in again. */
export function onSessionEnded(handler: Ask | null): void {
  ended.ask = handler;
}

/** Answers whether the person acts again for the institution that this window shows. */
export function onOtherInstitution(handler: Ask | null): void {
  elsewhere.ask = handler;
}

/** Now, by the server's clock: the computer's own may be wrong, and deadlines are the server's. */
export const serverNow = (): Date => new Date(Date.now() + behindBy);

/** A difference under a minute is the network's, not the clock's. */
function compareClocks(response: Response): void {
  const said = Date.parse(response.headers.get("Date") ?? "");
  if (Number.isNaN(said)) return;
  const difference = said - Date.now();
  behindBy = Math.abs(difference) < 60_000 ? 0 : difference;
}

async function send(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    setReachable(true);
    compareClocks(response);
    return response;
  } catch (error) {
    if (request.signal.aborted) throw error;
    setReachable(false);
    throw unreachable();
  }
}

/** Several requests may find the same at once: one question serves them all. */
function askOnce(pause: Pause, ask: Ask): Promise<boolean> {
  pause.waiting ??= ask().finally(() => {
    pause.waiting = null;
  });
  return pause.waiting;
}

/** What the person is asked about before the same thing is sent again; null for every other answer. */
async function pauseFor(response: Response): Promise<Pause | null> {
  if (response.status !== 401 && response.status !== 409) return null;
  const said: unknown = await response.clone().json().catch(() => null);
  const { code } = problemFrom(response.status, said);
  return [ended, elsewhere].find((pause) => pause.codes.includes(code)) ?? null;
}

export async function transport(request: Request): Promise<Response> {
  request.headers.set("Accept-Language", language);
  if (request.method !== "GET") {
    if (!request.headers.has("Idempotency-Key")) request.headers.set("Idempotency-Key", newKey());
    // Sent again later, it is still a write of the institution it was begun for.
    if (shown && !request.headers.has("Hebra-Institution")) request.headers.set("Hebra-Institution", shown);
  }
  const again = request.clone();
  const response = await send(request);
  const pause = await pauseFor(response);
  if (!pause?.ask) return response;
  return (await askOnce(pause, pause.ask)) ? transport(again) : response;
}
