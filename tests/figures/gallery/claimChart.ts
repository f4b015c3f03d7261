import { checkClaims } from "@acumeta/claims";
import { claimChart } from "@acumeta/figures";
import { readClaims, readPublished } from "@acumeta/trials";
import type { GalleryCases } from "./galleryCases.ts";
import { trials } from "./shippedTrials.ts";

const checked = checkClaims(await readClaims("datasets/claims"), {
  trials,
  published: await readPublished("datasets/published"),
});
const of = (id: string) => claimChart(checked.find((claim) => claim.id === id)!);

export const cases: GalleryCases = {
  typical: () => of("C1"),
  "several units": () => of("C21"),
  "whole numbers": () => of("C10"),
  ranks: () => of("C11"),
  "not testable, no numbers": () => of("C7"),
  "long words": () =>
    claimChart({
      id: "X",
      claim: "a claim that goes on ".repeat(20),
      verdict: "not testable",
      reason: "a reason that goes on ".repeat(20),
      numbers: [
        { name: "a number of a long name ".repeat(4), unit: "units", value: 1e-5, ci: { lower: -3e-5, upper: 4e-5 } },
      ],
    }),
};
