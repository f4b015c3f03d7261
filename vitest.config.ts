import { defineConfig } from "vitest/config";

const conditions = ["source", "module", "node", "development|production"];

/** Tests run on the packages' sources (export condition "source"): no build is needed. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/properties/repeatable.ts"],
    testTimeout: 30_000,
    reporters: process.env.CI ? ["default", ["json", { outputFile: ".ci/reports/vitest.json" }]] : ["default"],
    coverage: { provider: "v8", include: ["packages/*/src/**/*.ts"], reportsDirectory: ".ci/reports/coverage" },
  },
});
