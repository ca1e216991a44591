// Files: their bytes are the body, and their names, which are about a person, travel in a header and never in an address.
import { newKey } from "./once";
import { problemFrom } from "./problem";
import { transport } from "./transport";

/**
 * Sends one file; a retry with the same key is done once.
 * @throws Problem when the server refused, failed or did not answer
 */
export async function sendFile<T>(path: string, file: File, key: string = newKey()): Promise<T> {
  const headers = { "Content-Type": file.type || "application/octet-stream", "File-Name": encodeURIComponent(file.name), "Idempotency-Key": key };
  const response = await transport(new Request(new URL(path, globalThis.location.origin), { method: "POST", headers, body: file }));
  const said: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemFrom(response.status, said);
  return said as T;
}

/** Hands a file that was received to whoever asked for it; the browser keeps nothing else of it. */
export function handOver(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
