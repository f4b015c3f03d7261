import { selectionModel } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { refereedAnswer, selectionAdapters, settled } from "../../golden/adapters/selection.ts";
import { compare } from "../../golden/compare.ts";
import type { Answer, GoldenCase } from "../../golden/goldenCase.ts";
import { readCases, shippedCases } from "../../golden/readCases.ts";
import { effectsOf } from "../effectsOf.ts";

const paths = (golden: GoldenCase, answer: Answer) => compare(golden, answer).failures.map(({ path }) => path);

/** R stopped short of the bound δ = 0 here, where the maximum is. */
const golden = readCases([shippedCases]).find(({ id }) => id === "selmodel/molloy2014/negexp")!;
const { yi, vi } = golden.input as unknown as { readonly yi: number[]; readonly vi: number[] };
const effects = effectsOf(yi, vi);
const full = selectionModel(effects, { type: "negativeExponential" });
const homogeneous = selectionModel(effects, { type: "negativeExponential", tau2: "EE" });
const refereed = refereedAnswer({ yi, vi, full, homogeneous }, golden);

/** All of R's numbers but one, which is ours. */
const withOurs = (name: string, ours: unknown) => ({ ...golden.expected, [name]: ours }) as Answer;

describe("of numbers that differ from R's", () => {
  test("those that an independent likelihood gives too are set aside", () => {
    const { se, p, ci, tau2, delta } = full;
    const ours = { se, p, ci: [ci!.lower, ci!.upper], se_tau2: tau2.se, delta: delta.map(({ value }) => value) };
    for (const [name, number] of Object.entries(ours)) {
      expect(paths(golden, withOurs(name, number))).not.toEqual([]);
      expect(
        paths(
          golden,
          settled(golden, withOurs(name, number), () => refereed),
        ),
      ).toEqual([]);
    }
  });

  test.each<[string, unknown]>([
    ["estimate", 0.2],
    ["se", 0.04],
    ["p", 0.01],
    ["ci", [0.08, 0.2]],
    ["tau2", 0.01],
    ["se_tau2", 0.01],
    ["delta", [0.1]],
    ["LRT", 0.5],
    ["LRTdf", 2],
    ["LRTp", 0.5],
    ["LRT_tau2", 8],
    ["logLik", 9],
    ["unadjusted", { estimate: 0.2, tau2: 0.02 }],
  ])("%s is not set aside where no likelihood gives %j", (name, wrong) => {
    const answer = withOurs(name, wrong);
    expect(paths(golden, answer)).not.toEqual([]);
    expect(
      paths(
        golden,
        settled(golden, answer, () => refereed),
      ),
    ).toEqual(paths(golden, answer));
  });

  test("none is set aside where R's point is the more likely one", () => {
    const held = { ...golden, options: { ...golden.options, delta: [3] } };
    expect(paths(held, selectionAdapters[golden.suite]!(held))).toEqual(expect.arrayContaining(["estimate", "logLik"]));
  });
});
