// The real program in a real browser: see tests/browser/README.md.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    name: "browser",
    environment: "node",
    include: ["tests/browser/*.check.ts"],
    globalSetup: ["tests/browser/house.ts"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
