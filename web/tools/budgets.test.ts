import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { weigh } from "./budgets";

const limits = { script: 200, style: 20, letter: 36, page: 60 };
const piece = (fileName: string, kilobytes: number, more: { isEntry?: boolean; imports?: string[]; styles?: string[] } = {}) => ({
  fileName, bytes: randomBytes(kilobytes * 1000), isEntry: false, imports: [], ...more,
});

test("the first script is the entry with all it imports, near and far, once; the style, that of the heaviest page", () => {
  const weights = weigh(
    [
      piece("assets/index.js", 10, { isEntry: true, imports: ["assets/a.js", "assets/b.js"], styles: ["assets/index.css"] }),
      piece("assets/a.js", 20, { imports: ["assets/b.js"] }),
      piece("assets/b.js", 5),
      piece("assets/person.js", 7, { imports: ["assets/b.js"], styles: ["assets/person.css"] }),
      piece("assets/home.js", 1, { styles: ["assets/home.css"] }),
      piece("assets/index.css", 3),
      piece("assets/person.css", 2),
      piece("assets/home.css", 4),
      piece("assets/face-latin-wght-normal-x.woff2", 34),
      piece("assets/face-latin-ext-wght-normal-x.woff2", 19),
    ],
    limits,
  );
  const kilobytes = Object.fromEntries(weights.map((weight) => [weight.what, Math.round(weight.kilobytes)]));
  expect(kilobytes).toEqual({ "page assets/home.js": 1, "page assets/person.js": 7, letter: 34, "style, most": 7, "script, first": 35 });
});
