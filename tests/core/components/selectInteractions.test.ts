import { componentNetwork, selectInteractions } from "@acumeta/core";
import { expect, test } from "vitest";
import { parts, row } from "./row.ts";

const trials = (whole: number) => [
  ...["A", "B", "C", "D", "E"].map((study, i) => row(study, ["needle", "care"], -0.2 + 0.01 * i, 0.02)),
  ...["F", "G"].map((study, i) => row(study, ["moxa", "care"], -0.1 + 0.01 * i, 0.02)),
  ...["H", "I"].map((study, i) => row(study, ["needle+moxa", "care"], whole + 0.01 * i, 0.02)),
];

const codes = ({ warnings }: { readonly warnings: readonly { readonly code: string }[] }) =>
  warnings.map(({ code }) => code);

test("an interaction that matters is selected, by the likelihoods of the two models", () => {
  const selected = selectInteractions(trials(-1.1), { inactive: "care" });
  expect(selected.interactions).toEqual(["moxa*needle"]);
  expect(codes(selected)).toEqual(["SELECTED_BY_DATA"]);
  const [without, with_] = selected.steps;
  const peers = [[], ["moxa*needle"]].map((interactions) =>
    componentNetwork(trials(-1.1), { inactive: "care", tau2: "ML", interactions }),
  );
  expect(without!.AICc).toBeCloseTo(peers[0]!.fit.ML.AICc, 10);
  expect(with_!.logLik).toBeCloseTo(peers[1]!.fit.ML.logLik, 10);
  expect(without!.p).toBeNull();
  expect(with_!.p).toBeLessThan(0.001);
});

test("one that doesn't matter is not", () => {
  const { interactions, steps, candidates, warnings } = selectInteractions(trials(-0.31), { inactive: "care" });
  expect([interactions, candidates, steps.length, warnings]).toEqual([[], ["moxa*needle"], 1, []]);
});

test("what can't be told from the components is passed over, parts that no trial joins give a warning", () => {
  const selected = selectInteractions(parts);
  expect(selected.candidates).toEqual(["care*needle", "care*point", "moxa*point", "needle*point"]);
  expect(selected.interactions).toEqual([]);
  expect(codes(selected)).toContain("SELECTION_DISCONNECTED");
});

test("given interactions are in every model, and are no candidates again", () => {
  const { steps, candidates } = selectInteractions(trials(-1.1), { inactive: "care", interactions: ["needle*moxa"] });
  expect([steps[0]!.interactions, candidates]).toEqual([["needle*moxa"], []]);
});
