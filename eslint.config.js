import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {ignores: ["dist/", "node_modules/", "data/", "src/.observablehq/", "src/lib/", "tests/fixtures/"]},
  js.configs.recommended,
  tseslint.configs.recommended,
  tseslint.configs.stylistic,
  {
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": ["error", {argsIgnorePattern: "^_", varsIgnorePattern: "^_"}],
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/prefer-for-of": "off",
      eqeqeq: ["error", "smart"],
      "no-console": ["error", {allow: ["warn", "error"]}]
    }
  },
  {
    // lib/ ships to browsers and must be pure: no clock, no chance, no network, no DOM.
    files: ["lib/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", "window", "document", "fetch", "process", "Buffer", "performance", "Date"],
      "no-restricted-properties": [
        "error",
        {object: "Math", property: "random", message: "use lib/random/randomSource.ts"}
      ]
    }
  }
);
