// The built pages and the fake server behind the real server's content policy, on a port of this machine.
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { answerFrom, type FakeState } from "./fake-server.ts";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml",
};
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

async function file(path: string): Promise<{ body: Buffer; type: string }> {
  const inside = normalize(join(dist, path));
  const known = types[extname(inside)];
  if (!inside.startsWith(dist) || !known) return { body: await readFile(join(dist, "index.html")), type: types[".html"] ?? "" };
  return { body: await readFile(inside), type: known };
}

/** @return the server and its address; close it when done */
export function serve(state: FakeState): Promise<{ server: Server; origin: string }> {
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const url = new URL(incoming.url ?? "/", "http://127.0.0.1");
      if (url.pathname.startsWith("/api/") || url.pathname === "/healthz") {
        const chunks: Buffer[] = [];
        for await (const chunk of incoming) chunks.push(chunk as Buffer);
        const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
        const headers = new Headers(Object.entries(incoming.headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as [string, string]] : [])));
        const reply = await answerFrom(state, new Request(url, { method: incoming.method ?? "GET", headers, ...(body ? { body } : {}) }));
        outgoing.writeHead(reply.status, Object.fromEntries(reply.headers));
        outgoing.end(Buffer.from(await reply.arrayBuffer()));
        return;
      }
      const { body, type } = await file(url.pathname);
      outgoing.writeHead(200, { "Content-Type": type, "Content-Security-Policy": policy });
      outgoing.end(body);
    })().catch(() => {
      outgoing.writeHead(404);
      outgoing.end();
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve({ server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
  });
}
