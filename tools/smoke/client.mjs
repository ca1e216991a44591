// A user of the public API, as any integration would be written: a token, JSON, and an idempotency key on each write.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

export class Client {
  constructor(address, token) {
    this.address = address;
    this.token = token;
  }

  /// Signs in with the demo's password; throws if that is refused.
  static async signIn(address, user) {
    const nobody = new Client(address, null);
    const { token } = await nobody.post("/api/v1/sessions", { user, password: "hebra-demo" }, 201);
    return new Client(address, token);
  }

  get(path, expected = 200) {
    return this.ask("GET", path, undefined, {}, expected);
  }
  post(path, body, expected = 200) {
    return this.ask("POST", path, body, {}, expected);
  }
  patch(path, body, version, expected = 200) {
    return this.ask("PATCH", path, body, { "If-Match": `"${version}"` }, expected);
  }

  /// The reply's JSON, or its text. Throws with the server's own words if the status is not the expected one.
  async ask(method, path, body, headers, expected) {
    const response = await fetch(this.address + path, {
      method,
      headers: {
        Accept: "application/json",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(method === "GET" ? {} : { "Idempotency-Key": randomUUID() }),
        ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    assert.equal(response.status, expected, `${method} ${path} answered ${response.status}: ${text.slice(0, 600)}`);
    return /json/.test(response.headers.get("Content-Type") ?? "") ? JSON.parse(text) : text;
  }
}
