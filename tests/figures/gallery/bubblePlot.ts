import { metaRegression } from "@acumeta/core";
import { bubblePlot } from "@acumeta/figures";
import { longLabel, type SyntheticOptions, syntheticEffects } from "../syntheticEffects.ts";
import type { GalleryCases } from "./galleryCases.ts";

/** Synthetic effects with weeks and a sham. */
const moderated = (k: number, options: SyntheticOptions = {}) =>
  syntheticEffects(k, options).map((effect, i) => {
    const weeks = 2 + ((i * 11) % 50);
    return { ...effect, weeks, sham: i % 3 === 0 ? "penetrating" : "other", yi: effect.yi - 0.004 * weeks };
  });
const typical = moderated(16);
const many = moderated(200);
const ratios = moderated(12, { measure: "logRR", name: longLabel });

export const cases: GalleryCases = {
  typical: () =>
    bubblePlot(metaRegression(typical, { moderators: "~ weeks" }), typical, {
      moderator: "weeks",
      moderatorLabel: "Weeks after the start",
      title: "Sixteen synthetic trials",
    }),
  "a spline beside another moderator": () =>
    bubblePlot(metaRegression(many, { moderators: "~ rcs(weeks, 4) + sham" }), many, {
      moderator: "weeks",
      at: { sham: "penetrating" },
    }),
  ratios: () => bubblePlot(metaRegression(ratios, { moderators: "~ poly(weeks, 2)" }), ratios, { moderator: "weeks" }),
};
