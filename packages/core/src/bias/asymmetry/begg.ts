import { weighted } from "../../pool/weighted.js";
import { rankTest } from "./rankTest.js";
import type { EffectsTest } from "./test.js";

/**
 * Begg and Mazumdar's test: Kendall's rank correlation of (y − μ)/√(v − 1/Σw) with v, μ the inverse-variance mean; 0
 * for a study that outweighs all others so far that it is the mean.
 *
 * Begg & Mazumdar 1994, Biometrics 50:1088-1101.
 */
export const begg: EffectsTest<"Begg"> = {
  id: "Begg",
  label: "Begg and Mazumdar's rank test",
  citation: "Begg & Mazumdar 1994, Biometrics 50:1088-1101",
  rows: "effects",
  minimumK: 3,
  compute({ y, v }, { exact }) {
    const { mean, w1 } = weighted(y, v, 0);
    return rankTest(
      y.map((each, i) => {
        const free = v[i]! - 1 / w1;
        return free > 0 ? (each - mean) / Math.sqrt(free) : 0;
      }),
      v,
      { exact },
    );
  },
};
