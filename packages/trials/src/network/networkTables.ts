import { number, optionalNumber, text } from "../table/fields.js";
import { table } from "../table/table.js";
import { rowFindings } from "./messages.js";

/** Comparisons of a network, a row each. */
export const comparisonsTable = table({
  name: "comparisons",
  title: "Comparisons of a network: every pair of arms of every trial",
  columns: {
    study: text().describe("The trial: all its comparisons have the same name"),
    treat1: text().describe("The treatment whose effect yi is"),
    treat2: text().describe("The treatment it is compared with"),
    yi: number().describe("Effect of treat1 against treat2; of a ratio its natural logarithm"),
    vi: optionalNumber({ above: 0 }).describe("Sampling variance of yi; or give se"),
    se: optionalNumber({ above: 0 }).describe("Standard error of yi; or give vi"),
    n1: optionalNumber({ min: 1, integer: true }).describe("Patients with treat1"),
    n2: optionalNumber({ min: 1, integer: true }).describe("Patients with treat2"),
  },
  key: [],
  rowChecks: [
    ({ treat1, treat2 }) =>
      treat1 !== undefined && treat1 === treat2 ? { column: "treat2", ...rowFindings.selfComparison(treat1) } : null,
    ({ vi, se }) => (vi === null && se === null ? { column: "se", ...rowFindings.noVariance() } : null),
    ({ vi, se }) =>
      vi != null && se != null && Math.abs(vi - se ** 2) > 0.01 * vi
        ? { column: "se", ...rowFindings.twoVariances(vi, se) }
        : null,
  ],
});

/** Arms of a network, a row each: means with standard deviations, or events. */
export const networkArmsTable = table({
  name: "arms",
  title: "Arms of a network, with means and standard deviations, or events",
  columns: {
    study: text().describe("The trial: all its arms have the same name"),
    treatment: text().describe("What the arm received"),
    n: number({ min: 1, integer: true }).describe("Patients"),
    mean: optionalNumber().describe("Mean of the outcome"),
    sd: optionalNumber({ above: 0 }).describe("Standard deviation of the outcome"),
    events: optionalNumber({ min: 0, integer: true }).describe("Patients with the event"),
  },
  key: [],
  rowChecks: [
    ({ mean, sd, events }) =>
      mean === null && sd === null && events === null ? { column: "mean", ...rowFindings.noOutcome() } : null,
    ({ mean, sd }) =>
      (mean === null) !== (sd === null) && mean !== undefined && sd !== undefined
        ? { column: mean === null ? "mean" : "sd", ...rowFindings.halfOutcome() }
        : null,
    ({ events, n }) =>
      events != null && n !== undefined && events > n ? { column: "events", ...rowFindings.tooMany(events, n) } : null,
  ],
});
