import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onOtherInstitution, onSessionEnded, serverNow, speakTo, transport, writeFor } from "./transport";

const seen: { url: string; key: string | null; language: string | null; institution: string | null; body: string }[] = [];
let answers: (() => Response | Promise<Response>)[] = [];

beforeEach(() => {
  seen.length = 0;
  vi.stubGlobal("fetch", async (request: Request) => {
    seen.push({ url: request.url, key: request.headers.get("Idempotency-Key"), language: request.headers.get("Accept-Language"), institution: request.headers.get("Hebra-Institution"), body: request.method === "GET" ? "" : await request.text() });
    return (answers.shift() ?? (() => new Response(null, { status: 204 })))();
  });
});
afterEach(() => {
  onSessionEnded(null);
  onOtherInstitution(null);
  writeFor(null);
  answers = [];
});

const ended = () => Response.json({ code: "session_ended" }, { status: 401 });
const fine = () => new Response("{}", { status: 200 });
const get = () => new Request("http://hebra.test/api/v1/me");
const post = (path = "people") => new Request(`http://hebra.test/api/v1/${path}`, { method: "POST", body: '{"alias":"Dani"}' });

test("says the language, and gives every write a key", async () => {
  speakTo("en");
  await transport(get());
  await transport(post());
  expect(seen[0]).toMatchObject({ language: "en", key: null });
  expect(seen[1]?.key).toMatch(/^[0-9a-f-]{36}$/);
});

test("a key that was given is kept", async () => {
  const request = post();
  request.headers.set("Idempotency-Key", "mine");
  await transport(request);
  expect(seen[0]?.key).toBe("mine");
});

test("through an ended session: asks once, then sends the same thing with the same key", async () => {
  answers = [ended, ended, fine, fine];
  const ask = vi.fn(() => Promise.resolve(true));
  onSessionEnded(ask);
  const replies = await Promise.all([transport(post()), transport(post())]);
  expect(replies.map((reply) => reply.status)).toEqual([200, 200]);
  expect(ask).toHaveBeenCalledOnce();
  expect(seen[2]).toEqual(seen[0]);
  expect(seen[3]).toEqual(seen[1]);
});

test("a session that ends twice is asked for twice", async () => {
  answers = [ended, ended, fine];
  const ask = vi.fn(() => Promise.resolve(true));
  onSessionEnded(ask);
  expect((await transport(get())).status).toBe(200);
  expect(ask).toHaveBeenCalledTimes(2);
});

test("who does not come back gets the refusal", async () => {
  answers = [ended];
  onSessionEnded(() => Promise.resolve(false));
  expect((await transport(get())).status).toBe(401);
});

test("a wrong password is not an ended session", async () => {
  answers = [() => Response.json({ code: "bad_credentials" }, { status: 401 })];
  const ask = vi.fn(() => Promise.resolve(true));
  onSessionEnded(ask);
  expect((await transport(post("sessions"))).status).toBe(401);
  expect(ask).not.toHaveBeenCalled();
});

test("every write names the institution that the window shows; reads and visitors name none", async () => {
  await transport(post());
  writeFor("line");
  await transport(get());
  await transport(post());
  expect(seen.map((request) => request.institution)).toEqual([null, null, "line"]);
});

const elsewhere = () => Response.json({ code: "other_institution" }, { status: 409 });

test("through another window's change: asks once, then sends the same thing for the institution it was begun for", async () => {
  writeFor("line");
  answers = [elsewhere, elsewhere, fine, fine];
  const ask = vi.fn(() => {
    writeFor("health");
    return Promise.resolve(true);
  });
  onOtherInstitution(ask);
  const replies = await Promise.all([transport(post()), transport(post())]);
  expect(replies.map((reply) => reply.status)).toEqual([200, 200]);
  expect(ask).toHaveBeenCalledOnce();
  expect(seen[2]).toEqual(seen[0]);
  expect(seen[2]?.institution).toBe("line");
});

test("who leaves for the other institution gets the refusal, and other conflicts ask nothing", async () => {
  answers = [elsewhere, () => Response.json({ code: "changed_meanwhile" }, { status: 409 })];
  const ask = vi.fn(() => Promise.resolve(false));
  onOtherInstitution(ask);
  expect((await transport(post())).status).toBe(409);
  expect((await transport(post())).status).toBe(409);
  expect(ask).toHaveBeenCalledOnce();
});

test("silence is a problem that says so", async () => {
  answers = [() => Promise.reject(new TypeError("Failed to fetch"))];
  await expect(transport(get())).rejects.toMatchObject({ kind: "unreachable" });
});

test("time is the server's when this computer's clock is wrong by more than a minute", async () => {
  const hour = 3_600_000;
  answers = [() => new Response(null, { status: 200, headers: { Date: new Date(Date.now() + hour).toUTCString() } })];
  await transport(get());
  expect(serverNow().getTime() - Date.now()).toBeGreaterThan(hour - 5_000);
  answers = [() => new Response(null, { status: 200, headers: { Date: new Date(Date.now() + 2_000).toUTCString() } })];
  await transport(get());
  expect(Math.abs(serverNow().getTime() - Date.now())).toBeLessThan(1_000);
});
