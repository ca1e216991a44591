// The typed client. Nothing else in the web talks to the server.
import createClient from "openapi-fetch";
import { problemFrom } from "./problem";
import { transport } from "./transport";
import type { components, paths } from "./types";

export type Schema = components["schemas"];

export const api = createClient<paths>({
  // Tests run without a page address; a browser uses its own.
  baseUrl: globalThis.location?.origin ?? "",
  fetch: transport,
});

interface Reply<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * The body of a successful reply.
 * @throws Problem when the server refused, failed or did not answer
 */
export async function answer<T>(call: Promise<Reply<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemFrom(response.status, error);
  return data as T;
}

/** For PATCH: the version the person was looking at. */
export const ifMatch = (version: number): { "If-Match": string } => ({ "If-Match": `"${version}"` });
