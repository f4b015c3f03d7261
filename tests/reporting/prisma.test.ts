import { consistencyReport, type NetworkEffect, network } from "@acumeta/core";
import { methodsText, prismaNma } from "@acumeta/reporting";
import { expect, it } from "vitest";

const comparison = (study: string, treat1: string, treat2: string, yi: number): NetworkEffect<"SMD"> => ({
  ...{ study, measure: "SMD", treat1, treat2, yi, vi: 0.04 },
});
const fit = network([comparison("A", "a", "b", 0.2), comparison("B", "a", "c", 0.5), comparison("C", "b", "c", 0.1)]);
const textOf = (items: ReturnType<typeof prismaNma>, item: string) => items.find((each) => each.item === item)!;

it("has the 27 items and S1 to S5, each once, with a text or a reason", () => {
  const items = prismaNma({ network: fit });
  expect(items.map(({ item }) => item).sort()).toEqual(
    [...Array.from({ length: 27 }, (_, i) => String(i + 1)), "S1", "S2", "S3", "S4", "S5"].sort(),
  );
  for (const { text, because } of items) expect((text === null) !== (because === null)).toBe(true);
});

it("tells methods, geometry and results from the network", () => {
  const items = prismaNma({ network: fit });
  expect(textOf(items, "14").text).toBe(methodsText(fit));
  expect(textOf(items, "S4").text).toContain("3 of 3 pairs of treatments are compared directly");
  expect(textOf(items, "20").text).toContain("A: a against b 0.20 [−0.19, 0.59]");
});

it("tells inconsistency only where it was looked at", () => {
  expect(textOf(prismaNma({ network: fit }), "S5").because).toBe("No consistencyReport was given.");
  const consistency = consistencyReport(fit);
  expect(textOf(prismaNma({ network: fit, consistency }), "S5").text).toBe(consistency.sentence);
});

it("refuses what is no network", () =>
  expect(() => prismaNma({ network: {} as never })).toThrow(expect.objectContaining({ code: "WRONG_ARGUMENT" })));
