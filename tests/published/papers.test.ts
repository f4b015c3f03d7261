import { describe, expect, test } from "vitest";
import { analyse } from "./analyses.ts";
import { expectAsPrinted } from "./asPrinted.ts";
import { papers } from "./papers/paper.ts";
import { quantityOf } from "./quantityOf.ts";

describe.each(papers)("$citation", (paper) => {
  test.each(paper.results)("$place: $options", (result) => {
    const found = analyse(paper, result);
    for (const [name, printed] of Object.entries(result.printed))
      expectAsPrinted(quantityOf(found, name), printed, name);
    for (const [name, { printed, computed }] of Object.entries(result.differs ?? {})) {
      const value = quantityOf(found, name);
      expectAsPrinted(value, computed, name);
      expect(() => expectAsPrinted(value, printed), `${name} differs no more`).toThrow();
    }
  });
});

test("the papers print more than 750 numbers", () => {
  const numbers = papers.flatMap(({ results }) => results.flatMap(({ printed }) => Object.keys(printed)));
  expect(numbers.length).toBeGreaterThan(750);
});
