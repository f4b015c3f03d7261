import { timeCourse } from "@acumeta/acupoints";
import type { Trials } from "@acumeta/trials";
import { describe, expect, test } from "vitest";
import { question, synthetic } from "../../trials/contrasts/synthetic.ts";
import { exactly, printedSmd } from "./syntheticTrials.ts";

/** What an invented trial of 10 weeks' treatment prints: weeks from the start, with SMDs. */
interface Printed {
  readonly weeks: Readonly<Record<number, number>>;
  readonly scale?: string;
  readonly se?: number;
  readonly course?: number | null;
}

function following(...trials: readonly (readonly Printed[])[]): Trials {
  return synthetic({
    trials: trials.map(([first], i) => {
      const course = first?.course === undefined ? 10 : first.course;
      return { trialId: `t${i}`, citation: `Synthetic ${i}`, weeks: course === null ? null : exactly(course) };
    }),
    arms: trials.flatMap((_, i) => [
      { trialId: `t${i}`, arm: "real", kind: "acupuncture" as const },
      { trialId: `t${i}`, arm: "sham", kind: "sham" as const },
    ]),
    contrasts: trials.flatMap((printed, i) =>
      printed.flatMap(({ weeks, scale = "VAS-100", se = 0.1 }) =>
        Object.entries(weeks).map(([week, smd]) => ({
          ...printedSmd(smd, se),
          trialId: `t${i}`,
          armsA: ["real"],
          armsB: ["sham"],
          scale,
          week: Number(week),
        })),
      ),
    ),
  });
}

/** An SMD that starts here at the end of 10 weeks and changes by this every 13. */
const line = (start: number, change: number, ...weeks: number[]) =>
  Object.fromEntries(weeks.map((week) => [week, start + (change * (week - 10)) / 13]));

describe("a fall that every trial shows", () => {
  const course = timeCourse(
    following(
      [{ weeks: line(0.3, -0.05, 10, 23, 36) }],
      [{ weeks: line(0.8, -0.05, 12, 62) }],
      [{ weeks: line(0.5, -0.05, 10, 49) }],
    ),
    question(),
  );

  test("is found, whatever correlation is assumed", () => {
    expect(course).toMatchObject({ trials: 3, unanswered: null });
    expect(course.effects).toHaveLength(7);
    for (const { slope } of course.sweep) expect(slope).toBeCloseTo(-0.05, 6);
    expect(course.chosen).toEqual(course.sweep.find(({ correlation }) => correlation === 0.7));
  });

  test("is not more precise than the sampling errors allow, which are less in differences of what is more correlated", () => {
    const errors = course.sweep.map(({ ci }) => ci!.se);
    expect(errors).toEqual([...errors].sort((a, b) => b - a));
    expect(errors.at(-1)).toBeGreaterThan(0.001);
  });

  test("is said as it is: not shown where the interval holds 0", () => {
    const { slope, ci, detectable } = course.chosen!;
    expect(slope).toBeGreaterThan(ci!.lower);
    expect(slope).toBeLessThan(ci!.upper);
    expect(course.sentence).toContain("Acupuncture against sham, pain: 3 trials with 7 effects up to 52 weeks");
    expect(course.sentence).toContain("the SMD changes by −0.050");
    expect(ci!.p > 0.05).toBe(course.sentence.includes("That it changes is not shown"));
    expect(detectable).toBeGreaterThan(2 * ci!.se);
  });
});

test("a fall far beyond the sampling errors is said to be more than chance", () => {
  const trials = [0.9, 1.1, 1.3, 1].map((start) => [{ weeks: line(start, -0.2, 10, 23, 36), se: 0.02 }]);
  const { sentence, chosen } = timeCourse(following(...trials), question());
  expect(chosen!.ci!.p).toBeLessThan(0.05);
  expect(sentence).toMatch(/the effect falls by more than chance\.$/);
});

test("where the correlations that are assumed decide whether the interval includes 0, that is said", () => {
  const courses = [0, -0.05, -0.6].map((change) =>
    timeCourse(following(...[0.3, 0.5, 0.8].map((start) => [{ weeks: line(start, change, 10, 23, 36) }])), question()),
  );
  const decides = courses.map(({ sweep }) => {
    const excluding = sweep.filter(({ ci }) => ci!.upper < 0 || ci!.lower > 0).length;
    return excluding > 0 && excluding < sweep.length;
  });
  expect(new Set(decides).size).toBe(2);
  expect(courses.map(({ sentence }) => sentence.endsWith("hangs on the assumed correlation."))).toEqual(decides);
});

test("trials that measure later and find more say nothing of change: only change within a trial does", () => {
  const trials = [10, 36, 62, 88].map((from, i) => [{ weeks: line(0.2 + 0.3 * i, 0, from, from + 13) }]);
  const { chosen } = timeCourse(following(...trials), question());
  expect(chosen!.slope).toBeCloseTo(0, 8);
  expect(chosen!.mean).toBeCloseTo(0.65, 6);
});

test("weeks during treatment, other scales and weeks beyond the limit have no part", () => {
  const { effects, leftOut } = timeCourse(
    following(
      [{ weeks: { 4: 9, 10: 0.3, 23: 0.3, 200: 9 } }, { scale: "SF-36-pain", weeks: { 30: 9 } }],
      [{ weeks: { 10: 0.4, 20: 0.4 } }],
      [{ weeks: { 5: 0.4, 10: 0.4 } }],
      [{ weeks: { 10: 0.4, 20: 0.4 }, course: null }],
    ),
    question(),
    { until: 100 },
  );
  expect(effects.map(({ trial, weeksAfter, yi }) => [trial, weeksAfter, yi])).toEqual([
    ["t0", 0, expect.closeTo(0.3, 12)],
    ["t0", 13, expect.closeTo(0.3, 12)],
    ["t1", 0, expect.closeTo(0.4, 12)],
    ["t1", 10, expect.closeTo(0.4, 12)],
  ]);
  expect(leftOut.map(({ trial, reason }) => [trial, reason])).toEqual([
    ["t2", "fewer than two weeks reported from the end of treatment to 100 weeks after it"],
    ["t3", "not known when its treatment ended"],
  ]);
});

test("one trial is no answer", () => {
  const course = timeCourse(following([{ weeks: { 10: 0.3, 23: 0.2 } }]), question());
  expect(course).toMatchObject({ trials: 1, chosen: null, sweep: [] });
  expect(course.sentence).toBe(
    "Acupuncture against sham, pain: no answer; one trial alone reports several weeks after treatment.",
  );
});

test("refuses what cannot be asked", () => {
  const trials = following([{ weeks: { 10: 0.3, 23: 0.2 } }]);
  const code = (expected: string) => expect.objectContaining({ code: expected });
  expect(() => timeCourse(trials, question({ measure: "logRR" }))).toThrow(code("NOT_SMD"));
  expect(() => timeCourse(trials, "no such question")).toThrow(code("UNKNOWN_QUESTION"));
  expect(() => timeCourse(trials, question(), { phi: 0.5 } as never)).toThrow(code("UNKNOWN_OPTION"));
  for (const wrong of [{ until: 0 }, { until: Number.NaN }, { correlation: 1 }])
    expect(() => timeCourse(trials, question(), wrong)).toThrow(code("OPTION_OUT_OF_RANGE"));
});
