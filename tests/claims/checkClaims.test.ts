import { type CheckedClaim, checkClaims, claimAnalyses, type Verdict, verdicts } from "@acumeta/claims";
import { pool } from "@acumeta/core";
import { contrasts, readClaims, readPublished, readTrials, type Trials } from "@acumeta/trials";
import { describe, expect, it } from "vitest";
import { verdictOfEffect } from "../../packages/claims/src/verdicts.ts";

const claims = await readClaims("datasets/claims");
const trials = await readTrials("datasets/pain-trials");
const published = await readPublished("datasets/published");
const checked = checkClaims(claims, { trials, published });
const of = (id: string): CheckedClaim => checked.find((claim) => claim.id === id)!;

describe("the shipped ledger", () => {
  it("has a verdict, a reason, and the data needed, for every claim", () => {
    expect(checked.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
    for (const { verdict, reason, needs } of checked) {
      expect(Object.keys(verdicts)).toContain(verdict);
      expect(reason.length).toBeGreaterThan(20);
      expect(needs.length).toBeGreaterThan(10);
    }
  });

  it("names an analysis that there is, and uses every one there is", () => {
    expect(new Set(claims.map(({ analysis }) => analysis))).toEqual(new Set(Object.keys(claimAnalyses)));
  });

  it("says nothing of what no analysis tests", () => {
    for (const { analysis, verdict } of checked) if (analysis === "none") expect(verdict).toBe("not testable");
  });

  it("judges by the pooled effect of the trials, as pool finds it", () => {
    const fit = pool(contrasts(trials, "all-pain/acupuncture-vs-untreated/pain/short").effects);
    expect(of("C2").numbers[0]).toMatchObject({
      value: fit.estimate,
      ci: { lower: fit.ci.lower, upper: fit.ci.upper },
    });
    expect(of("C2").verdict).toBe(verdictOfEffect(fit));
  });

  it("has the printed difference of one trial, turned towards acupuncture", () => {
    // DeBar 2025 prints −1.0 (−1.9 to −0.1) points of the RMDQ at six months.
    expect(of("C5").numbers[0]!.value).toBeCloseTo(1, 10);
    expect(of("C5").numbers[0]!.ci!.lower).toBeCloseTo(0.1, 2);
  });
});

describe("verdictOfEffect", () => {
  it.each<[number, number, number, Verdict]>([
    [0.5, 0.1, 0.9, "supported"],
    [0.5, -0.1, 1.1, "compatible"],
    [-0.2, -0.6, 0.2, "not supported"],
    [-0.5, -0.9, -0.1, "contradicted"],
  ])("%d (%d to %d): %s", (estimate, lower, upper, verdict) => {
    expect(verdictOfEffect({ estimate, ci: { lower, upper } })).toBe(verdict);
  });
});

describe("other data, other verdicts", () => {
  const ask = (analysis: string, about: string, data: Partial<{ trials: Trials }> = {}) =>
    checkClaims([{ ...claims[0]!, analysis, about }], { trials, published, ...data })[0]!;

  it("the same question the other way round is contradicted where the first is supported", () => {
    const turned: Trials = {
      ...trials,
      outcomes: trials.outcomes.map((row) => ({ ...row, mean: row.mean === null ? null : -row.mean })),
      contrasts: trials.contrasts.map((row) => ({
        ...row,
        effect: -row.effect,
        ciLower: row.ciUpper === null ? null : -row.ciUpper,
        ciUpper: row.ciLower === null ? null : -row.ciLower,
      })),
    };
    const id = "all-pain/acupuncture-vs-untreated/pain/short";
    expect(ask("pooled-effect", id).verdict).toBe("supported");
    expect(ask("pooled-effect", id, { trials: turned }).verdict).toBe("contradicted");
  });

  it("weeks that no trial reports, and trials that there are not, cannot be judged", () => {
    const late = ask("pooled-effect", "low-back-pain/acupuncture-vs-sham/pain/long @900-1000");
    expect([late.verdict, late.reason]).toEqual(["not testable", expect.stringContaining("No trial")]);
    const none = ask("trial-effect", "nobody-1900 low-back-pain/acupuncture-vs-sham/pain/long @20-30 VAS-100");
    expect([none.verdict, none.reason]).toEqual(["not testable", expect.stringContaining("nobody-1900")]);
    expect(ask("pooled-effect", "no/such/question").verdict).toBe("not testable");
  });

  it("a bound decides about a published rate", () => {
    const outcome = "serious AE per 10,000 patients";
    const below = (bound: number) => ask("published-below", `${outcome}|${bound}`).verdict;
    expect([below(10), below(1), below(0.1)]).toEqual(["supported", "compatible", "contradicted"]);
  });

  it("points lie where the standard places them", () => {
    expect(ask("point-regions", "BL40=knee").verdict).toBe("supported");
    expect(ask("point-regions", "BL40=lumbar;BL23=lumbar").verdict).toBe("contradicted");
  });

  it("what trials use decides about a range", () => {
    expect(ask("usual-range", "minutes 20-35").verdict).toBe("supported");
    expect(ask("usual-range", "minutes 60-90").verdict).toBe("contradicted");
    expect(ask("usual-range", "colour 1-2").verdict).toBe("not testable");
  });

  it("how many of the claimed points are among the most used", () => {
    expect(ask("popular-points", "BL40;BL25;BL23").verdict).toBe("supported");
    expect(ask("popular-points", "LU11;HT9").verdict).toBe("contradicted");
  });

  it("a caution that texts give of one point and not of the other", () => {
    expect(ask("cautions", "LI4;LU11|pregnancy").verdict).toBe("compatible");
    expect(ask("cautions", "LU11|pregnancy").verdict).toBe("contradicted");
  });

  it("refuses an analysis that there is not, and data that are none", () => {
    expect(() => ask("tea-leaves", "")).toThrow(expect.objectContaining({ code: "UNKNOWN_ANALYSIS" }));
    expect(() => checkClaims(claims, {} as never)).toThrow(expect.objectContaining({ code: "WRONG_ARGUMENT" }));
    expect(() => checkClaims({} as never, { trials, published })).toThrow(
      expect.objectContaining({ code: "WRONG_ARGUMENT" }),
    );
  });
});
