import { contrasts, fixedVsRandom, gosh, influence, influenceRules, leaveOneOut, readTrials } from "acumeta";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { acumeta, painTrials } from "./acumeta.ts";

const id = "all-pain/acupuncture-vs-sham/pain/short";
const trials = await readTrials(painTrials);
const { effects } = contrasts(trials, id);
const printed = acumeta("influence", painTrials, "-q", id, "--gosh");
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

test("--json is what the library finds, the subsets as lists", () => {
  const choices = ["--tau2", "DL", "--interval", "z", "--level", "0.9", "--gosh"];
  const { out } = acumeta("influence", painTrials, "-q", id, ...choices, "--json");
  const { result } = JSON.parse(out);
  const options = { tau2: "DL", interval: "z", level: 0.9 } as const;
  expect(result.influence).toEqual(plain(influence(effects, { tau2: "DL", level: 0.9 })));
  expect(result.leaveOneOut).toEqual(plain(leaveOneOut(effects, options)));
  expect(result.fixedVsRandom).toEqual(plain(fixedVsRandom(effects, options)));
  const subsets = gosh(effects, { tau2: "DL" });
  expect(result.gosh.estimate).toEqual([...subsets.estimate]);
  expect(result.gosh.membership).toEqual([...subsets.membership]);
  expect(result.notRun).toEqual([]);
});

test("every trial has its diagnostics and the answer without it, and is marked where a rule does", () => {
  const { out, status } = printed;
  const { studies } = influence(effects);
  const without = leaveOneOut(effects);
  const lines = out.split("\n");
  expect(studies.filter(({ reasons }) => reasons.length > 0).map(({ study }) => study)).toEqual(["Vas 2006 (neck)"]);
  for (const [i, { study, cooksD, hat, outlier, influential }] of studies.entries()) {
    const line = lines.find((each) => each.startsWith(study.slice(0, 20)))!;
    expect(line).toContain(`${cooksD.toFixed(2)}  ${hat.toFixed(2)}  ${without[i]!.tau2.toFixed(4)}`);
    expect(line).toContain(` ${without[i]!.estimate.toFixed(2)} [`);
    expect(line.endsWith("both")).toBe(outlier && influential);
  }
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110);
  expect(status).toBe(0);
});

test("every rule is told with its limit and the trials it marks", () => {
  const { out } = printed;
  const { rules, studies } = influence(effects);
  expect(rules.map((rule) => rule.id)).toEqual(Object.keys(influenceRules));
  for (const { id: rule, limit } of rules) {
    const line = out.split("\n").find((each) => each.startsWith(`${rule}  `))!;
    const marks = studies.some(({ reasons }) => reasons.includes(rule));
    expect(line).toContain(limit.toFixed(3));
    expect(line).toMatch(marks ? /Vas 2006 \(neck\)$/ : /none$/);
  }
});

test("the end says between which trials the answer moves, and which are marked", () => {
  const { out } = printed;
  const end = out.slice(out.lastIndexOf("\n\n")).replaceAll("\n", " ");
  const least = Math.min(...leaveOneOut(effects).map(({ estimate }) => estimate));
  expect(end).toContain(`moves it between ${least.toFixed(2)} (without Vas 2006 (neck)) and`);
  expect(end).toContain("Its interval includes no difference whichever trial is left out. Marked: Vas 2006 (neck).");
});

test("a trial without which the answer is another is named", () => {
  const { out } = acumeta("influence", painTrials, "-q", "low-back-pain/acupuncture-vs-sham/pain/short");
  expect(out.replaceAll("\n", " ")).toContain(
    "excludes no difference, but not so without Brinkhaus 2006 (ART low back) or Kong 2020.",
  );
});

test("both models stand side by side with what their gap says", () => {
  const { out } = printed;
  const { fixed, random, difference, inWords } = fixedVsRandom(effects);
  for (const fit of [fixed, random]) expect(out).toMatch(new RegExp(`effects?  .* ${fit.estimate.toFixed(2)} \\[`));
  expect(out.replaceAll("\n", " ")).toContain(inWords);
  expect(out).toContain(`Gap ${difference.toFixed(2)} (SE `);
});

test("--gosh sums up the subsets, all or as many as are asked for", () => {
  const { studies, subsets, estimate } = gosh(effects);
  expect(printed.out).toContain(`every subset of two trials or more: ${subsets} subsets.`);
  expect(printed.out).toContain(`SMD from ${Math.min(...estimate).toFixed(2)} to ${Math.max(...estimate).toFixed(2)}`);
  const last = studies.at(-1)!;
  expect(printed.out).toMatch(
    new RegExp(
      `${last.included.estimate!.toFixed(2)} +${last.excluded.estimate!.toFixed(2)} +${last.included.I2!.toFixed(0)} %`,
    ),
  );
});

test("--gosh with a number draws so many subsets, the same for the same seed", () => {
  const { out } = acumeta("influence", painTrials, "-q", id, "--gosh", "20", "--seed", "3");
  const { estimate } = gosh(effects, { subsets: 20, seed: 3 });
  expect(out).toContain("random subsets of two trials or more: 20 subsets.");
  expect(out).toContain(`SMD from ${Math.min(...estimate).toFixed(2)} to ${Math.max(...estimate).toFixed(2)}`);
});

test("one trial has no influence on others, which is said", () => {
  const { status, out } = acumeta("influence", painTrials, "-q", "low-back-pain/sham-vs-untreated/pain/long", "--gosh");
  expect(out).toMatch(/^influence, leave-one-out, GOSH +found 1 effect/m);
  expect(out).toContain("One trial is the whole answer");
  expect(status).toBe(0);
});

test("of two trials, the rule that can't be reached says so, and intervals are by another method", () => {
  const { out } = acumeta("influence", painTrials, "-q", "low-back-pain/acupuncture-vs-sham/responders/long");
  expect(out).toMatch(/^hat +1\.500 .*out of reach: hat is at most 1$/m);
  expect(out).toContain('intervals are by "z"');
  expect(out).toContain("risk ratio [95% CI]");
  expect(out).toContain("Gap of the logarithms");
});

test("--csv has a row for each trial", () => {
  const { out } = acumeta("influence", painTrials, "-q", id, "--csv");
  const { data } = Papa.parse<Record<string, string>>(out.trim(), { header: true });
  const { studies } = influence(effects);
  expect(data.map(({ trial_id }) => trial_id)).toEqual(effects.map(({ provenance }) => provenance.trialId));
  expect(data.map(({ cooks_d }) => Number(cooks_d))).toEqual(studies.map(({ cooksD }) => cooksD));
  expect(data.at(-1)?.reasons).toBe("rstudent; dffits; cooksD; dfbetas");
});

test.each([
  [["-q", "all-pain/acupuncture-vs-sham/pain/shrt"], 1, id],
  [["-q", id, "--gosh", "0"], 2, "at least 1"],
  [["-q", id, "--tau2", "XX"], 2, "REML"],
  [["--gosh"], 2, "--question"],
])("%j fails with status %i and says what is known", (args, expected, said) => {
  const { status, err } = acumeta("influence", painTrials, ...args);
  expect(err).toContain(said);
  expect(err).not.toMatch(/\n\s+at /);
  expect(status).toBe(expected);
});
