import { pool } from "@acumeta/core";
import { expect, test } from "vitest";

const effects = [{ study: "A", measure: "SMD", yi: 0.1, vi: 0.02 }] as const;

test("an option that does not exist is refused, and R's names are understood", () => {
  expect(() => pool(effects, { method: "DL" } as object)).toThrow(
    /"method"; allowed: .*Did you mean tau2\? \[UNKNOWN_OPTION\]/,
  );
  expect(() => pool(effects, "REML" as unknown as object)).toThrow(expect.objectContaining({ code: "UNKNOWN_OPTION" }));
});
