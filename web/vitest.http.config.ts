// Every route of the real program, over both databases: see tests/http/README.md. PostgreSQL only where one is given (tools/check/with_postgres).
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const databases = process.env["HEBRA_TEST_POSTGRES"] ? ["sqlite", "postgres"] : ["sqlite"];

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    fileParallelism: false,
    projects: databases.map((name) => ({
      extends: true as const,
      test: { name, environment: "node", include: ["tests/http/*.check.ts"], globalSetup: ["tests/http/house.ts"], testTimeout: 60_000, hookTimeout: 120_000 },
    })),
  },
});
