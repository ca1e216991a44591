// Asking the server: typed, as the web does, for making things; raw, where a test must send what no client would.
import { randomUUID } from "node:crypto";
import { request as httpRequest } from "node:http";
import createClient, { type Client as Typed } from "openapi-fetch";
import { inject } from "vitest";
import type { paths } from "@/api/types";
import type { Signed } from "./house.ts";

export const house = inject("house");
export const signed = (email: string): Signed => {
  const one = house.staff[email];
  if (!one) throw new Error(`${email} is not among the staff of the tests (house.ts)`);
  return one;
};

type Method = "get" | "post" | "put" | "patch" | "delete";
/** "GET /api/v1/people/{id}", for every route of the generated types. */
export type RouteName = { [P in keyof paths]: { [M in Method]: [paths[P][M]] extends [undefined] ? never : `${Uppercase<M>} ${P}` }[Method] }[keyof paths];

type OperationOf<R> = R extends `${infer M} ${infer P}` ? (P extends keyof paths ? (Lowercase<M> extends keyof paths[P] ? NonNullable<paths[P][Lowercase<M>]> : never) : never) : never;
type ParametersOf<R, Where extends string> = OperationOf<R> extends { parameters: infer A } ? (Where extends keyof A ? A[Where] : undefined) : undefined;
type BodyOf<R> = OperationOf<R> extends { requestBody: { content: { "application/json": infer B } } } ? B : undefined;
type Needed<Name extends string, T> = [T] extends [undefined] ? unknown : undefined extends T ? { [K in Name]?: T } : { [K in Name]: T };

/** What a route is asked with. `headers` besides those every request has; `raw`: bytes instead of JSON. */
export type Ask<R> = Needed<"path", ParametersOf<R, "path">> & Needed<"query", ParametersOf<R, "query">> & Needed<"body", BodyOf<R>> & { headers?: Record<string, string>; raw?: Buffer };

/** An `Ask` of any route. */
export interface AnyAsk {
  path?: Record<string, string | number>;
  query?: Record<string, string | number | boolean>;
  body?: unknown;
  headers?: Record<string, string>;
  raw?: string | Buffer;
}

export interface Reply {
  status: number;
  headers: Record<string, string>;
  text: string;
  /** undefined if it is not JSON. */
  json: unknown;
}

export interface From {
  token?: string | undefined;
  /** es, unless told otherwise. */
  language?: string;
  key?: string | null;
  /** The address it comes from: refused sign-ins count by address. */
  address?: string;
}

export function targetOf(route: string, ask: AnyAsk): string {
  const path = route.slice(route.indexOf(" ") + 1).replace(/\{(\w+)\*?\}/g, (_, name: string) => encodeURIComponent(String(ask.path?.[name] ?? "")));
  const query = new URLSearchParams(Object.entries(ask.query ?? {}).map(([name, value]) => [name, String(value)])).toString();
  return query ? `${path}?${query}` : path;
}

/** Sends one request over a connection of its own and never follows, retries or repairs anything. */
export function send(route: string, ask: AnyAsk = {}, from: From = {}): Promise<Reply> {
  const method = route.slice(0, route.indexOf(" "));
  const body = ask.raw ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body));
  const key = from.key === undefined ? randomUUID() : from.key;
  const headers: Record<string, string> = {
    "Accept-Language": from.language ?? "es",
    ...(body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) }),
    ...(ask.body === undefined ? {} : { "Content-Type": "application/json" }),
    ...(method === "GET" || key === null ? {} : { "Idempotency-Key": key }),
    ...(from.token ? { Authorization: `Bearer ${from.token}` } : {}),
    ...ask.headers,
  };
  return new Promise((resolve, reject) => {
    let answered = false;
    const outgoing = httpRequest(house.address + targetOf(route, ask), { method, headers, agent: false, localAddress: from.address, timeout: 30_000 }, (incoming) => {
      answered = true;
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const plain = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
        resolve({ status: incoming.statusCode ?? 0, headers: plain, text, json: text !== "" && /json/.test(plain["content-type"] ?? "") ? JSON.parse(text) : undefined });
      });
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error(`no answer to ${route} in 30 s`)));
    // A refused body may be cut off while it is being sent: the answer has been given.
    outgoing.on("error", (error) => (answered ? undefined : reject(error)));
    outgoing.end(body);
  });
}

export type Client = Typed<paths> & { who: Signed };

/** The generated client, as one of the staff. */
export function clientOf(email: string): Client {
  const who = signed(email);
  const client = createClient<paths>({
    baseUrl: house.address,
    fetch: (request) => {
      request.headers.set("Authorization", `Bearer ${who.token}`);
      if (request.method !== "GET") request.headers.set("Idempotency-Key", randomUUID());
      return fetch(request);
    },
  });
  return Object.assign(client, { who });
}

/** The body of an answer that had to be good. */
export async function good<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${JSON.stringify(error)}`);
  return data as T;
}
