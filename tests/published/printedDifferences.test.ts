import type { Outcome, PublishedContrast } from "acumeta";
import { expect, test } from "vitest";
import { trials } from "./painTrials.ts";

/** Papers that print a difference other than that of their means, and why. */
const knownToDiffer: Readonly<Record<string, string>> = {
  "vickers-2004 headache-severity-score 52": "adjusted for baseline",
  "kong-2020 PROMIS-pain-intensity-T 8": "adjusted",
  "zhu-2024 RMDQ-24 6": "adjusted difference of changes",
  "xu-2020-migraine migraine-days per 4 weeks 16": "adjusted",
  "xu-2020-migraine migraine-days per 4 weeks 20": "adjusted",
  "foster-2007 WOMAC pain 0-20 26": "printed with the opposite sign: true and sham less exercise",
};

/** Both arms' rows of one kind, where the table has them beside a printed difference. */
function meansBeside({ trialId, armsA, armsB, scale, week }: PublishedContrast): readonly [Outcome, Outcome][] {
  const rowOf = (arms: readonly string[], kind: Outcome["kind"]) =>
    trials.outcomes.find(
      (row) =>
        row.trialId === trialId && row.arm === arms[0] && row.scale === scale && row.week === week && row.kind === kind,
    );
  if (week === null || armsA.length !== 1 || armsB.length !== 1) return [];
  return (["endpoint", "change"] as const).flatMap((kind): [Outcome, Outcome][] => {
    const [a, b] = [rowOf(armsA, kind), rowOf(armsB, kind)];
    return a?.mean == null || b?.mean == null ? [] : [[a, b]];
  });
}

const printed = trials.contrasts
  .filter(({ measure }) => measure === "MD")
  .map((row) => ({ name: `${row.trialId} ${row.scale} ${row.week}`, row, means: meansBeside(row) }))
  .filter(({ means }) => means.length > 0);

test("more than twenty printed differences stand beside the means they come from", () => {
  expect(printed.length).toBeGreaterThan(20);
});

test.each(printed.filter(({ name }) => !(name in knownToDiffer)))(
  "$name: the printed difference is that of the printed means, to the rounding of the means",
  ({ row, means }) => {
    const off = means.map(([a, b]) => Math.abs(a.mean! - b.mean! - row.effect));
    expect(Math.min(...off)).toBeLessThan(0.11);
  },
);

test.each(Object.entries(knownToDiffer))("%s still differs (%s)", (name) => {
  const found = printed.filter((one) => one.name === name);
  expect(found.length).toBeGreaterThan(0);
  for (const { row, means } of found)
    for (const [a, b] of means) expect(Math.abs(a.mean! - b.mean! - row.effect)).toBeGreaterThan(0.05);
});
