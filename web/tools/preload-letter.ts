// Asks for the one letter file with the page, so that words do not jump when it arrives.
import type { Plugin } from "vite";

export function preloadLetter(name: string): Plugin {
  return {
    name: "hebra-preload-letter",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const file = Object.keys(bundle ?? {}).find((path) => path.includes(name) && path.endsWith(".woff2") && !path.includes("latin-ext"));
        if (!file) return [];
        return [{ tag: "link", attrs: { rel: "preload", href: `/${file}`, as: "font", type: "font/woff2", crossorigin: "" }, injectTo: "head" }];
      },
    },
  };
}
