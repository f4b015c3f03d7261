import { pointFacts, prescriptionsOf } from "@acumeta/acupoints";
import { readTrials } from "@acumeta/trials";
import { expect, test } from "vitest";

const trials = await readTrials("datasets/pain-trials");

test("has every trial that lists the point, whatever name it is asked by", () => {
  const { prescriptions } = prescriptionsOf(trials);
  const listing = prescriptions.filter(({ codes }) => codes.includes("BL23")).map(({ trialId }) => trialId);
  for (const name of ["BL23", "UB23", "Shenshu"])
    expect(pointFacts(trials, name).trials.map(({ trialId }) => trialId)).toEqual(listing);
});

test("says that effects are those of whole treatments", () => {
  const { certainty, trials: using } = pointFacts(trials, "BL23");
  expect(certainty).toContain(`${using.filter(({ effect }) => effect !== null).length} of them with an effect`);
  expect(certainty).toContain("whole treatment");
});

test("of a point that no trial lists it says so, and warns as the teaching texts do", () => {
  expect(pointFacts(trials, "LU11").certainty).toBe("No trial of these tables lists LU11.");
  expect(pointFacts(trials, "LI4").point.cautions.map(({ kind }) => kind)).toContain("pregnancy");
});

test("refuses what is no point", () => {
  expect(() => pointFacts(trials, "BL99")).toThrow(expect.objectContaining({ code: "UNKNOWN_POINT" }));
});
