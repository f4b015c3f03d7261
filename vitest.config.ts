import { defineConfig } from "vitest/config";

const conditions = ["source", "module", "node", "development|production"];

/** Tests run on the packages' sources (export condition "source"), those of the command line on what is built of them. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/build.ts"],
    setupFiles: ["tests/properties/repeatable.ts"],
    maxWorkers: "100%",
    testTimeout: 30_000,
    reporters: process.env.CI ? ["default", ["json", { outputFile: ".ci/reports/vitest.json" }]] : ["default"],
    coverage: { provider: "v8", include: ["packages/*/src/**/*.ts"], reportsDirectory: ".ci/reports/coverage" },
  },
});
