// The one place that talks to the network. Adds what every request carries and waits through an ended session.
import { newKey } from "./once";
import { problemFrom, unreachable } from "./problem";
import { setReachable } from "./reach";

let language = "es";
/** Answers whether the person signed in again; registered by the shell while somebody is signed in. */
type SignInAgain = () => Promise<boolean>;
let signInAgain: SignInAgain | null = null;
let waiting: Promise<boolean> | null = null;
let behindBy = 0;

export function speakTo(chosen: string): void {
  language = chosen;
}

export function onSessionEnded(handler: SignInAgain | null): void {
  signInAgain = handler;
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

/** Several requests may find the session ended at once: one question serves them all. */
function askOnce(ask: SignInAgain): Promise<boolean> {
  waiting ??= ask().finally(() => {
    waiting = null;
  });
  return waiting;
}

/** A wrong password or code is a refusal too, and not an ended session. */
const k_ended = ["session_ended", "not_signed_in"];

async function isEnded(response: Response): Promise<boolean> {
  if (response.status !== 401) return false;
  const said: unknown = await response.clone().json().catch(() => null);
  return k_ended.includes(problemFrom(response.status, said).code);
}

export async function transport(request: Request): Promise<Response> {
  request.headers.set("Accept-Language", language);
  if (request.method !== "GET" && !request.headers.has("Idempotency-Key")) request.headers.set("Idempotency-Key", newKey());
  const again = request.clone();
  const response = await send(request);
  if (!signInAgain || !(await isEnded(response))) return response;
  return (await askOnce(signInAgain)) ? transport(again) : response;
}
