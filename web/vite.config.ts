import { fileURLToPath } from "node:url";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { budgets } from "./tools/budgets.ts";
import { preloadLetter } from "./tools/preload-letter.ts";

export default defineConfig({
  plugins: [
    react(),
    optimizeLocales.vite({ locales: ["es-ES", "en-US"] }),
    preloadLetter("latin-wght-normal"),
    budgets({ script: 200, style: 20, letter: 36, page: 60 }),
  ],
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  // The server takes only what comes from its own address, so it must see the one that the browser shows; the notices come by a socket.
  server: { proxy: { "/api/v1": { target: process.env["HEBRA_API"] ?? "http://127.0.0.1:8080", changeOrigin: false, ws: true } } },
  build: {
    // The policy allows no data: addresses for letters or styles, and no preload helper is needed by current browsers.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // The second is the style of the pages that the server writes by itself.
      input: { index: "index.html", "public-directory": "public-pages/directory.css" },
      output: {
        // Our own small modules travel together: twenty tiny files would each wait their turn.
        codeSplitting: {
          groups: [{ name: "notebook", test: /\/web\/(words|api|design|drafts)\/(?!select|combo-box|popover|dialog|radio-rows)[a-z-]+\.(ts|tsx|json)$/, minShareCount: 2 }],
        },
      },
    },
  },
  test: {
    restoreMocks: true,
    unstubGlobals: true,
    // Far from Chile, in a zone half an hour off: a page that took the computer's hours for the institution's fails its tests.
    env: { TZ: "Australia/Lord_Howe" },
    projects: [
      { extends: true, test: { name: "pure", environment: "node", include: ["**/*.test.ts"], exclude: ["node_modules", "dist"] } },
      { extends: true, test: { name: "pages", environment: "jsdom", include: ["**/*.test.tsx"], exclude: ["node_modules", "dist"], setupFiles: ["tests/setup.ts"], css: false, testTimeout: 60_000 } },
    ],
  },
});
