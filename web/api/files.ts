// Files: their bytes are the body, and their names, which are about a person, travel in a header and never in an address.
import { newKey } from "./once";
import { problemFrom } from "./problem";
import { transport } from "./transport";

/** What the server takes as said (src/features/attention/declared.cpp). */
const declarable = ["image/png", "image/jpeg", "image/jpg", "image/webp", "application/pdf", "text/plain", "text/csv", "text/markdown"];

/** A browser goes by the name and by what is installed: on Windows a .csv is Excel's. Of any other type the server looks at the bytes. */
const typeOf = ({ type }: File): string => (declarable.includes(type) ? type : "application/octet-stream");

/**
 * Sends one file; a retry with the same key is done once.
 * @throws Problem when the server refused, failed or did not answer
 */
export async function sendFile<T>(path: string, file: File, key: string = newKey()): Promise<T> {
  const headers = { "Content-Type": typeOf(file), "File-Name": encodeURIComponent(file.name), "Idempotency-Key": key };
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
