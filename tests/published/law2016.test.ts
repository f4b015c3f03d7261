import { inconsistencyVariance, type NetworkEffect, network } from "@acumeta/core";
import { expect, test } from "vitest";
import { expectAsPrinted } from "./asPrinted.ts";

/**
 * Law M, Jackson D, Turner R, Rhodes K, Viechtbauer W (2016). Two new methods to fit models for network meta-analysis with
 * random inconsistency effects. BMC Medical Research Methodology 16:87. Data and digits:
 * github.com/wviechtb/metafor, test_analysis_example_law2016.r.
 */
const comparison = (study: number, treat2: string, treat1: string, yi: number, vi: number): NetworkEffect<"logOR"> => ({
  study: String(study),
  measure: "logOR",
  treat1,
  treat2,
  yi,
  vi,
});

/** Two effects against one arm, with their covariance: the third comparison is what they imply. */
function threeArms(
  study: number,
  base: string,
  [first, y1, v1]: readonly [string, number, number],
  [second, y2, v2]: readonly [string, number, number],
  covariance: number,
) {
  return [
    comparison(study, base, first, y1, v1),
    comparison(study, base, second, y2, v2),
    comparison(study, first, second, y2 - y1, v1 + v2 - 2 * covariance),
  ];
}

const first = [
  comparison(1, "C", "D", -0.16561092, 0.0294183340466069),
  comparison(2, "C", "D", -0.13597406, 0.147112449467866),
  comparison(3, "C", "E", -0.08012604, 0.0780588660166125),
  comparison(4, "C", "F", -0.1474689, 0.140361934247383),
  comparison(5, "E", "F", 0.09316853, 0.0479709251030665),
  comparison(6, "E", "F", -0.15859403, 0.0506583523716436),
  comparison(7, "E", "F", -0.22314355, 0.235695187165775),
  comparison(8, "F", "G", -0.06744128, 2.04499494438827),
  comparison(9, "C", "H", -0.11888254, 0.17968120987923),
  comparison(10, "C", "H", -0.06899287, 0.735714285714286),
  comparison(11, "B", "C", 0.2691786, 0.184889643463497),
  comparison(12, "A", "B", -0.33160986, 0.0294022652280727),
  comparison(13, "A", "B", -0.26236426, 0.232478632478632),
  comparison(14, "F", "G", -0.39319502, 0.857874134296899),
  comparison(15, "A", "B", -0.11557703, 0.0219285638496459),
  comparison(16, "E", "F", 0, 0.168131868131868),
  comparison(17, "A", "E", -0.40987456, 0.0826973577700322),
];

const second = [
  comparison(1, "A", "B", -3.61988658, 0.9672619),
  comparison(2, "B", "C", 0, 0.4),
  comparison(3, "B", "C", 0.19342045, 0.24987648),
  comparison(4, "B", "C", 2.79320801, 0.61904762),
  comparison(5, "B", "C", 0.24512246, 0.27958937),
  comparison(6, "B", "C", 0.03748309, 0.23845689),
  comparison(7, "B", "D", 0.86020127, 0.04321419),
  comparison(8, "B", "D", 0.14310084, 0.47692308),
  comparison(9, "C", "D", 0.07598591, 0.18416468),
  comparison(10, "C", "D", -0.9903987, 0.61978022),
  ...threeArms(11, "A", ["B", -1.7408531, 0.12650164], ["D", 0.3483067, 0.1583906], 0.07397504),
  ...threeArms(12, "B", ["C", 0.4054651, 0.389881], ["D", 1.9169226, 0.5151261], 0.2857143),
  ...threeArms(13, "B", ["C", -0.3285041, 0.4361111], ["D", 1.0732945, 0.5380342], 0.2111111),
];

test.each([
  ["1", first, "0.0000", ["-0.2243", "-0.1667", "-0.3274", "-0.3152", "-0.3520", "-0.6489", "-0.2758"]],
  ["2", second, "0.5482", ["-1.8847", "-1.3366", "-0.7402"]],
])("Law 2016, example %s: τ² by REML, and the treatments against A", (_, effects, tau2, estimates) => {
  const fit = network(effects, { reference: "A", tau2: "REML" });
  expectAsPrinted(fit.tau2.value, tau2);
  expect(fit.effects).toHaveLength(estimates.length);
  for (const [i, printed] of estimates.entries())
    expectAsPrinted(fit.effects[i]!.estimate, printed, fit.effects[i]!.treatment);
});

test("Law 2016, example 2: τ² and ω² with random inconsistency", () => {
  const { tau2, omega2 } = inconsistencyVariance(network(second, { reference: "A", tau2: "REML" }));
  expectAsPrinted(tau2.value, "0.1036");
  expectAsPrinted(omega2.value, "0.5391");
});
