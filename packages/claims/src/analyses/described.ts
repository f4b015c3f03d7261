import { findPoint, points, prescriptionsOf } from "@acumeta/acupoints";
import { counted, tQuantile } from "@acumeta/core";
import { mean, median, sampleStandardDeviation } from "simple-statistics";
import { type ClaimAnalysis, untestable } from "../analysis.js";
import { verdictOfEffect } from "../verdicts.js";

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** Whether points lie where they are said to: asked about "GB21=neck;BL12=upper back". */
export const pointRegions: ClaimAnalysis = {
  label: "the regions of points in the WHO standard",
  run: (_, about) => {
    const claimed = about.split(";").map((part) => part.split("=") as [string, string]);
    const texts = claimed.map(([code]) => `${code} ${findPoint(code)?.region ?? "unknown"}`);
    const right = claimed.filter(([code, region]) => findPoint(code)?.region === region);
    return {
      verdict: right.length === claimed.length ? "supported" : "contradicted",
      numbers: [{ name: `of ${claimed.length} points there`, unit: "points", value: right.length, ci: null }],
      reason: `The standard places ${texts.join(", ")}: where points are, not what they do.`,
    };
  },
};

/** Whether most of what is prescribed lies below elbow and knee. */
export const distalShare: ClaimAnalysis = {
  label: "the share of prescribed points below elbow and knee",
  run: ({ trials }) => {
    const distalOf = new Map(points.map(({ code, distal }) => [code, distal]));
    const shares = prescriptionsOf(trials).prescriptions.flatMap(({ codes }) => {
      const placed = codes.flatMap((code) => distalOf.get(code) ?? []);
      return placed.length === 0 ? [] : [placed.filter(Boolean).length / placed.length];
    });
    if (shares.length < 2) return untestable("Too few trials list points whose place is known.");
    const share = mean(shares);
    const half = (tQuantile(0.975, shares.length - 1) * sampleStandardDeviation(shares)) / Math.sqrt(shares.length);
    const ci = { lower: share - half, upper: share + half, level: 0.95 };
    return {
      verdict: verdictOfEffect({ estimate: share - 0.5, ci: { lower: ci.lower - 0.5, upper: ci.upper - 0.5 } }),
      numbers: [{ name: "share of points below elbow and knee, mean over trials", unit: "share", value: share, ci }],
      reason: `${percent(share)} of the points of a prescription lie below elbow or knee (${percent(ci.lower)} to ${percent(ci.upper)}, mean over ${counted(shares.length, "trial")}); preferred would be more than half.`,
    };
  },
};

/** Whether most trials use so much: asked about "needles 10-20;minutes 20-35". */
export const usualRange: ClaimAnalysis = {
  label: "the share of trials within a range",
  run: ({ trials }, about) => {
    const asked = about.split(";").map((part) => {
      const [column = "", range = ""] = part.split(" ");
      const [low, high] = range.split("-").map(Number) as [number, number];
      const values = trials.trials.flatMap((trial) => middleOf(trial, column));
      return {
        column,
        range,
        values,
        share: values.filter((value) => value >= low && value <= high).length / values.length,
      };
    });
    const untold = asked.filter(({ values }) => values.length === 0).map(({ column }) => column);
    if (untold.length > 0) return untestable(`No trial of these tables tells its ${untold.join(", ")}.`);
    const most = asked.filter(({ share }) => share > 0.5).length;
    return {
      verdict: most === asked.length ? "supported" : most === 0 ? "contradicted" : "compatible",
      numbers: asked.flatMap(({ column, range, values, share }) => [
        { name: `share of trials with ${range} ${column}`, unit: "share", value: share, ci: null },
        { name: `median of ${column}`, unit: column, value: median(values), ci: null },
      ]),
      reason: asked
        .map(
          ({ column, range, values, share }) =>
            `Of ${counted(values.length, "trial")} that tell their ${column} ${percent(share)} have ${range.replace("-", " to ")}; the median is ${Number(median(values).toFixed(1))}.`,
        )
        .join(" "),
    };
  },
};

/** A number of a trial; of a range the middle, and nothing where it is not told. */
function middleOf(trial: object, column: string): readonly number[] {
  const value = (trial as Readonly<Record<string, unknown>>)[column];
  return isRange(value) ? [(value.low + value.high) / 2] : typeof value === "number" ? [value] : [];
}

function isRange(value: unknown): value is { readonly low: number; readonly high: number } {
  return typeof value === "object" && value !== null && "low" in value && "high" in value;
}

/** Whether teaching texts warn of these points: asked about "LI4;SP6|pregnancy". */
export const cautions: ClaimAnalysis = {
  label: "the cautions of teaching texts",
  run: (_, about) => {
    const [codes = "", kind = ""] = about.split("|");
    const asked = codes.split(";");
    const warned = asked.filter((code) => findPoint(code)?.cautions.some((caution) => caution.kind === kind));
    return {
      verdict: warned.length === asked.length ? "supported" : warned.length === 0 ? "contradicted" : "compatible",
      numbers: [{ name: `of ${asked.length} points with the caution`, unit: "points", value: warned.length, ci: null }],
      reason: `Teaching texts warn of ${warned.join(", ") || "none of these"} (${kind}); no trial tests it.`,
    };
  },
};
