// One key per intention to write: a retry carries the same key, so the server does the thing once.

/** A random UUID, also where the page was not served over HTTPS and `crypto.randomUUID` is missing. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

export interface OnceKeys {
  /** The same key while the same input is tried again, a new one when it changed or the last try was settled. */
  keyFor: (input: unknown) => string;
  /** The server answered, yes or no: the next try is another intention. */
  settle: () => void;
}

export function onceKeys(): OnceKeys {
  let current: { input: string; key: string } | null = null;
  return {
    keyFor(input) {
      const wanted = JSON.stringify(input) ?? "";
      if (current?.input !== wanted) current = { input: wanted, key: newKey() };
      return current.key;
    },
    settle() {
      current = null;
    },
  };
}
