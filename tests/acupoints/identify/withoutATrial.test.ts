import { pointIdentifiability, pointTrials } from "@acumeta/acupoints";
import { readTrials } from "@acumeta/trials";
import { expect, test } from "vitest";
import { painTrials } from "../../cli/acumeta.ts";

test("a trial without which a moderator has one level left loses what its points tell, and refuses nothing", async () => {
  const { trials } = pointTrials(await readTrials(painTrials));
  const { points } = pointIdentifiability(trials, { moderators: "~ comparator + sessions" });
  expect(points.every(({ reliability }) => Number.isFinite(reliability))).toBe(true);
  expect(points.some(({ heaviest }) => heaviest !== null && heaviest.lost === 1)).toBe(true);
});
