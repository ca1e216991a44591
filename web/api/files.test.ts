import { readFileSync } from "node:fs";
import { beforeEach, expect, test, vi } from "vitest";
import { sendFile } from "./files";

let sent: { type: string | null; name: string | null; body: string }[] = [];

beforeEach(() => {
  sent = [];
  vi.stubGlobal("location", { origin: "http://hebra.test" });
  vi.stubGlobal("fetch", async (request: Request) => {
    sent.push({ type: request.headers.get("Content-Type"), name: request.headers.get("File-Name"), body: await request.text() });
    return Response.json({ id: "1" }, { status: 201 });
  });
});

const typeSent = async (name: string, type: string) => {
  await sendFile("/api/v1/contacts/1/attachments", new File(["a;b"], name, { type }));
  return sent.at(-1)?.type;
};

test("what Windows calls a text is left to the server, which looks at the bytes", async () => {
  expect(await typeSent("derivación.csv", "application/vnd.ms-excel")).toBe("application/octet-stream");
  expect(await typeSent("notas.json", "application/json")).toBe("application/octet-stream");
  expect(await typeSent("notas.log", "")).toBe("application/octet-stream");
  expect(sent[0]).toMatchObject({ name: "derivaci%C3%B3n.csv", body: "a;b" });
});

test("a type that the server takes is told as it is: each of its own list", async () => {
  const list = /Sort sort_of_type[\s\S]*?\n}/.exec(readFileSync(new URL("../../src/features/attention/declared.cpp", import.meta.url), "utf8"))?.[0] ?? "";
  const taken = [...list.matchAll(/type == "([^"]+)"/g)].map(([, type = ""]) => type).filter((type) => type !== "application/octet-stream");
  expect(taken).toContain("application/pdf");
  for (const type of taken) expect(await typeSent("x", type)).toBe(type);
});
