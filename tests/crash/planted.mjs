// Looks for words in the raw bytes of files, however they may have been written there.
import { closeSync, openSync, readSync, statSync } from "node:fs";

const piece = 32 << 20;

/// The ways one word may lie in a file: UTF-8, UTF-16 both ways, without accents or capitals, in hexadecimal. As bytes in latin1.
export function spellings(word) {
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "");
  const found = new Set();
  for (const text of [word, word.toLowerCase(), word.toUpperCase(), plain, plain.toLowerCase(), plain.toUpperCase()]) {
    const wide = Buffer.from(text, "utf16le");
    const hex = Buffer.from(text).toString("hex");
    const all = [Buffer.from(text), wide, Buffer.from(wide).swap16(), Buffer.from(hex), Buffer.from(hex.toUpperCase())];
    for (const bytes of all) found.add(bytes.toString("latin1"));
  }
  return [...found];
}

/// Finds any of many words in bytes at about the speed of reading them: four bytes at each place tell whether to look closer.
export class Words {
  constructor(words) {
    this.byStart = new Map();
    this.starts = new Uint8Array(1 << 16);
    for (const bytes of new Set(words.flatMap(spellings))) {
      const word = Buffer.from(bytes, "latin1");
      const start = word.readUInt32LE(0);
      this.byStart.set(start, [...(this.byStart.get(start) ?? []), word]);
      this.starts[hashed(start)] = 1;
    }
    this.longest = Math.max(...[...this.byStart.values()].flat().map((word) => word.length));
  }

  in(bytes, seen) {
    for (let at = 0, four = bytes.readUInt32LE(0); at + 4 <= bytes.length; at++, four = ((four >>> 8) | (bytes[at + 3] << 24)) >>> 0) {
      if (this.starts[hashed(four)] === 0) continue;
      for (const word of this.byStart.get(four) ?? []) if (bytes.subarray(at, at + word.length).equals(word)) seen(word);
    }
  }
}

const hashed = (four) => Math.imul(four, 0x9e3779b1) >>> 16;

function searchFile(path, words, seen) {
  const file = openSync(path, "r");
  const buffer = Buffer.alloc(Math.min(piece, statSync(path).size) + words.longest);
  try {
    for (let at = 0, kept = 0; ; ) {
      const count = readSync(file, buffer, kept, buffer.length - kept, at);
      if (count === 0) return;
      const end = kept + count;
      if (end >= 4) words.in(buffer.subarray(0, end), seen);
      at += count;
      kept = Math.min(words.longest, end);
      buffer.copy(buffer, 0, end - kept, end);  // a word may lie across two pieces
    }
  } finally {
    closeSync(file);
  }
}

/// @returns where each word was found, "path: word", once each; and how many bytes were looked through
export function search(paths, planted) {
  const words = new Words(planted);
  const found = new Set();
  let bytes = 0;
  for (const path of paths) {
    bytes += statSync(path).size;
    searchFile(path, words, (word) => found.add(`${path}: ${word.toString("utf8").replaceAll("\0", "")}`));
  }
  return { found: [...found].sort(), bytes };
}
