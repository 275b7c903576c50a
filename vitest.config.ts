import {configDefaults, defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 300_000,
    pool: "forks",
    maxWorkers: "100%", // by default one core is left idle
    projects: [
      {
        extends: true,
        test: {name: "unit", include: ["tests/**/*.test.ts"], exclude: [...configDefaults.exclude, "tests/e2e/**"]}
      },
      {
        extends: true,
        test: {
          name: "site",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: "tests/e2e/sampleSite.ts",
          testTimeout: 300_000 // one of them builds the site anew
        }
      }
    ]
  }
});
