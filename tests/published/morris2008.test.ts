import { effectSizes } from "@acumeta/core";
import { expect, test } from "vitest";
import { expectAsPrinted } from "./asPrinted.ts";

/** Five studies of training, before and after; the numbers as in github.com/wviechtb/metafor, test_analysis_example_morris2008.r. */
const n = { treated: [20, 50, 9, 10, 14], controls: [20, 42, 9, 11, 14] };
const r = [0.47, 0.64, 0.77, 0.89, 0.44];
const treated = {
  n: n.treated,
  m1: [38.5, 26.8, 0.7, 75.9, 36],
  m2: [30.6, 23.5, 0.5, 53.4, 35.6],
  sd1: [15, 3.1, 0.1, 14.5, 4.7],
  r,
};
const controls = {
  n: n.controls,
  m1: [19.7, 25.3, 0.6, 60.7, 33.4],
  m2: [23.1, 24.9, 0.6, 55.7, 34.8],
  sd1: [13.8, 4.1, 0.2, 17.3, 3.1],
  r,
};
const after = { treated: [11.6, 4.1, 0.1, 4.4, 4.6], controls: [14.8, 3.3, 0.2, 17.9, 6.9] };

function expectColumn(found: readonly (number | null)[], printed: readonly string[]): void {
  expect(found).toHaveLength(printed.length);
  for (const [i, value] of found.entries()) expectAsPrinted(value, printed[i]!, `study ${i + 1}`);
}

const less = (a: readonly { yi: number | null }[], b: readonly { yi: number | null }[]) =>
  a.map(({ yi }, i) => yi! - b[i]!.yi!);
const sum = (a: readonly { vi: number | null }[], b: readonly { vi: number | null }[]) =>
  a.map(({ vi }, i) => vi! + b[i]!.vi!);

test("Morris 2008, Organizational Research Methods 11:364-386, p. 382, Table 5: change by the standard deviation before", () => {
  const [ofTreated, ofControls] = [effectSizes("SMCR", treated), effectSizes("SMCR", controls)];
  expectColumn(less(ofTreated, ofControls), ["0.74", "0.95", "1.81", "1.15", "0.51"]);
});

test("metafor's test of Morris 2008: each group's change by the standard deviation before, and its variance", () => {
  const [ofTreated, ofControls] = [effectSizes("SMCR", treated), effectSizes("SMCR", controls)];
  const column = (rows: readonly { yi: number | null; vi: number | null }[], name: "yi" | "vi") =>
    rows.map((row) => row[name]);
  expectColumn(column(ofTreated, "yi"), ["0.5056", "1.0481", "1.8054", "1.4181", "0.0801"]);
  expectColumn(column(ofTreated, "vi"), ["0.0594", "0.0254", "0.2322", "0.1225", "0.0802"]);
  expectColumn(column(ofControls, "yi"), ["-0.2365", "0.0958", "0.0000", "0.2667", "-0.4250"]);
  expectColumn(column(ofControls, "vi"), ["0.0544", "0.0173", "0.0511", "0.0232", "0.0864"]);
  expectColumn(sum(ofTreated, ofControls), ["0.1138", "0.0426", "0.2833", "0.1458", "0.1667"]);
});

test("metafor's test of Morris 2008: change by the standard deviation of the change", () => {
  const before = (group: typeof treated, sd1: readonly number[]) => ({ ...group, sd1, sd2: group.sd1 });
  const ofTreated = effectSizes("SMCC", before(treated, after.treated));
  const ofControls = effectSizes("SMCC", before(controls, after.controls));
  expectColumn(less(ofTreated, ofControls), ["0.76", "0.90", "2.66", "1.35", "0.29"]);
  expectColumn(sum(ofTreated, ofControls), ["0.1086", "0.0544", "0.6159", "0.3872", "0.1447"]);
});
