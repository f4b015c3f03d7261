import { prescriptionsOf } from "@acumeta/acupoints";
import { readTrials } from "@acumeta/trials";
import { expect, test } from "vitest";

const trials = await readTrials("datasets/pain-trials");

test("lists that are rated low are left out, and named, unless asked for", () => {
  const { prescriptions, untrusted } = prescriptionsOf(trials);
  const all = prescriptionsOf(trials, { minimumTrust: "low" });
  expect(untrusted).toContain("vas-2006-neck");
  expect(all.untrusted).toEqual([]);
  expect(all.prescriptions).toHaveLength(prescriptions.length + untrusted.length);
});

test("a level of trust that there is not is refused, not taken for the lowest or the highest", () => {
  for (const minimumTrust of ["Low", "none"])
    expect(() => prescriptionsOf(trials, { minimumTrust: minimumTrust as never })).toThrow(
      expect.objectContaining({ code: "WRONG_ARGUMENT" }),
    );
});
