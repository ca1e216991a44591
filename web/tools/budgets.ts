// Weighs what a browser downloads and fails the build when it is too much. Kilobytes are 1000 bytes, after gzip.
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

interface Limits {
  /** Everything needed before the first page: the entry and what it imports. */
  script: number;
  /** The style of the heaviest page, with what every page has. */
  style: number;
  /** The letter file loaded with the first page. */
  letter: number;
  /** One page's own chunk, loaded when it is visited. */
  page: number;
}

interface Weight {
  what: string;
  kilobytes: number;
  limit: number | undefined;
}

/** The text or bytes of one output file, as a browser would receive them. */
interface Piece {
  fileName: string;
  bytes: Uint8Array | string;
  isEntry: boolean;
  imports: string[];
  /** The style sheets that arrive with it. */
  styles?: string[];
}

const gzipped = (bytes: Uint8Array | string) => gzipSync(bytes, { level: 9 }).length / 1000;

/** Pure: what weighs what, heaviest pages last; `limit` is undefined where there is none. */
export function weigh(pieces: readonly Piece[], limits: Limits): Weight[] {
  const byName = new Map(pieces.map((piece) => [piece.fileName, piece]));
  /** A script with all it imports, near and far. */
  const take = (name: string, into: Set<string>): Set<string> => {
    const piece = byName.get(name);
    if (!piece || into.has(name)) return into;
    into.add(name);
    piece.imports.forEach((imported) => take(imported, into));
    return into;
  };
  const first = new Set<string>();
  pieces.filter((piece) => piece.isEntry).forEach((piece) => take(piece.fileName, first));

  const sum = (some: readonly Piece[]) => some.reduce((total, piece) => total + gzipped(piece.bytes), 0);
  const scripts = pieces.filter((piece) => piece.fileName.endsWith(".js"));
  const styleOf = (names: Set<string>) => {
    const sheets = new Set([...names].flatMap((name) => byName.get(name)?.styles ?? []));
    return sum(pieces.filter((piece) => sheets.has(piece.fileName)));
  };
  const letters = pieces.filter((piece) => /latin-wght-normal.*\.woff2$/.test(piece.fileName));
  const pages = scripts
    .filter((piece) => !first.has(piece.fileName))
    .map((piece) => ({ what: `page ${piece.fileName}`, kilobytes: gzipped(piece.bytes), limit: limits.page }))
    .sort((a, b) => a.kilobytes - b.kilobytes);
  return [
    ...pages,
    { what: "letter", kilobytes: letters.reduce((total, piece) => total + piece.bytes.length / 1000, 0), limit: limits.letter },
    { what: "style, most", kilobytes: Math.max(0, ...scripts.map((piece) => styleOf(take(piece.fileName, new Set(first))))), limit: limits.style },
    { what: "script, first", kilobytes: sum(scripts.filter((piece) => first.has(piece.fileName))), limit: limits.script },
  ];
}

export function budgets(limits: Limits): Plugin {
  return {
    name: "hebra-budgets",
    apply: "build",
    enforce: "post",
    writeBundle(_options, bundle) {
      const pieces = Object.values(bundle).map((file): Piece => ({
        fileName: file.fileName,
        bytes: file.type === "chunk" ? file.code : file.source,
        isEntry: file.type === "chunk" && file.isEntry,
        imports: file.type === "chunk" ? file.imports : [],
        styles: file.type === "chunk" ? [...(file.viteMetadata?.importedCss ?? [])] : [],
      }));
      const weights = weigh(pieces, limits);
      const over = weights.filter((weight) => weight.limit !== undefined && weight.kilobytes > weight.limit);
      for (const weight of weights) {
        this.info(`${weight.kilobytes.toFixed(1).padStart(7)} of ${String(weight.limit).padStart(3)} kB  ${weight.what}`);
      }
      if (over.length > 0) this.error(`Over budget: ${over.map((weight) => weight.what).join(", ")}`);
    },
  };
}
