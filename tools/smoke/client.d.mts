// What the tests of the web, in TypeScript, know of client.mjs. The caller says what the reply is.
export class Client {
  static signIn(address: string, user: string): Promise<Client>;
  get<T>(path: string, expected?: number): Promise<T>;
  post<T>(path: string, body?: unknown, expected?: number): Promise<T>;
  patch<T>(path: string, body: unknown, version: number, expected?: number): Promise<T>;
  ask<T>(method: string, path: string, body: unknown, headers: Record<string, string>, expected: number): Promise<T>;
}
