import { compareArms, network } from "@acumeta/core";
import { contrasts, networkContrasts, readTrials, type Trials, treatmentNodes } from "@acumeta/trials";
import { describe, expect, test } from "vitest";
import { question, type SyntheticTables, synthetic, twoArms } from "../contrasts/synthetic.ts";

const trials = await readTrials("datasets/pain-trials");
const asked = question();

const threeArms = (outcomes: SyntheticTables["outcomes"], more: Partial<SyntheticTables> = {}): Trials =>
  synthetic({
    arms: [
      { arm: "real", kind: "acupuncture", nRandomised: 50 },
      { arm: "sham", kind: "sham", nRandomised: 50 },
      { arm: "waiting", kind: "waiting-list", nRandomised: 50 },
    ],
    outcomes: outcomes ?? [],
    ...more,
  });

const pairsOf = (tables: Trials, nodes = treatmentNodes()) =>
  networkContrasts(tables, asked, nodes).effects.map(({ treat1, treat2 }) => `${treat1} - ${treat2}`);

const all = [
  { arm: "real", mean: 30, sd: 20, n: 48 },
  { arm: "sham", mean: 38, sd: 22, n: 45 },
  { arm: "waiting", mean: 50, sd: 21, n: 40 },
];

describe("three arms of one scale and week", () => {
  const { effects } = networkContrasts(threeArms(all), asked);

  test("give all their comparisons, as compareArms has them, turned towards the better", () => {
    const study = "Synthetic 2000";
    const expected = compareArms(
      [
        { study, treatment: "acupuncture", mean: 30, sd: 20, n: 48 },
        { study, treatment: "sham", mean: 38, sd: 22, n: 45 },
        { study, treatment: "no treatment", mean: 50, sd: 21, n: 40 },
      ],
      { measure: "SMD" },
    );
    expect(
      effects.map(({ study: name, treat1, treat2, yi, vi, n1, n2 }) => ({ name, treat1, treat2, yi, vi, n1, n2 })),
    ).toEqual(
      expected.map(({ treat1, treat2, yi, vi, n1, n2 }) => ({ name: study, treat1, treat2, yi: -yi, vi, n1, n2 })),
    );
  });

  test("say where each comes from", () => {
    const [first] = effects;
    expect(first!.arms).toEqual(["t1/real", "t1/sham"]);
    expect(first!.provenance).toMatchObject({
      trialId: "t1",
      source: "endpoint",
      scale: "VAS-100",
      week: 8,
      trust: "high",
    });
    expect(first!.provenance.rows.map(({ line }) => line)).toEqual([2, 3]);
    expect(first!.provenance.rules).toContain("one standard deviation for 3 arms");
  });

  test("several arms of one treatment are one group", () => {
    const tables = threeArms([...all, { arm: "electro", mean: 32, sd: 18, n: 30 }], {
      arms: [
        { arm: "real", kind: "acupuncture" },
        { arm: "electro", kind: "electroacupuncture" },
        { arm: "sham", kind: "sham" },
        { arm: "waiting", kind: "waiting-list" },
      ],
    });
    const [first] = networkContrasts(tables, asked).effects;
    expect(first!.n1).toBe(78);
    expect(first!.arms).toEqual(["t1/real", "t1/electro", "t1/sham"]);
  });
});

test("an arm reported on another scale alone is left to the first two that can be compared, and the trial says so", () => {
  const tables = threeArms([all[0]!, all[1]!, { ...all[2]!, scale: "NRS-10" }]);
  const { effects } = networkContrasts(tables, asked);
  expect(effects.map(({ treat1, treat2 }) => [treat1, treat2])).toEqual([["acupuncture", "sham"]]);
  expect(effects[0]!.provenance.assumptions).toContain(
    "not reported alike for no treatment, which the trial also compares",
  );
});

test("a trial of two arms has the effect that the question about both has", () => {
  const tables = twoArms([all[0]!, all[1]!]);
  const [pairwise] = contrasts(tables, asked).effects;
  const [effect] = networkContrasts(tables, asked).effects;
  expect(effect).toEqual({ ...pairwise, treat1: "acupuncture", treat2: "sham" });
});

test("counts of three arms give ratios", () => {
  const tables = threeArms(
    [
      { arm: "real", events: 4, total: 50 },
      { arm: "sham", events: 6, total: 50 },
      { arm: "waiting", events: 9, total: 48 },
    ].map((row) => ({ ...row, outcome: "adverse-events" as const, scale: "any" })),
  );
  const { effects } = networkContrasts(tables, question({ outcome: "adverse-events", measure: "logRR" }));
  expect(effects.map(({ yi }) => yi)).toEqual([
    expect.closeTo(Math.log(6 / 4), 12),
    expect.closeTo(Math.log((9 * 50) / (48 * 4)), 12),
    expect.closeTo(Math.log((9 * 50) / (48 * 6)), 12),
  ]);
  const none = threeArms(
    ["real", "sham", "waiting"].map((arm) => ({ arm, events: 0, total: 50, outcome: "adverse-events" as const })),
  );
  const { notUsed } = networkContrasts(none, question({ outcome: "adverse-events", measure: "logRR" }));
  expect(notUsed[0]!.code).toBe("NO_EVENTS");
});

test("shams are told apart on request", () => {
  const split = treatmentNodes({ splitSham: true });
  const arms = [
    { arm: "real", kind: "acupuncture" },
    { arm: "sham", kind: "sham" },
    { arm: "waiting", kind: "waiting-list" },
  ] as const;
  const nodesWith = (description: string) =>
    pairsOf(synthetic({ arms: arms.map((arm) => ({ ...arm, description })), outcomes: all }), split)[0];
  expect(nodesWith("non-penetrating needles")).toBe("acupuncture - non-penetrating sham");
  expect(nodesWith("needles that penetrated the skin: penetrating")).toBe("acupuncture - penetrating sham");
  expect(nodesWith("a sham")).toBe("acupuncture - sham of unknown kind");
});

test.each([
  ["no list", "sham"],
  ["one node", [{ name: "a", kinds: ["sham"] }]],
  [
    "an unknown kind",
    [
      { name: "a", kinds: ["sham"] },
      { name: "b", kinds: ["placebo"] },
    ],
  ],
  [
    "one name twice",
    [
      { name: "a", kinds: ["sham"] },
      { name: "a", kinds: ["active"] },
    ],
  ],
  [
    "a kind twice",
    [
      { name: "a", kinds: ["sham"] },
      { name: "b", kinds: ["sham"] },
    ],
  ],
])("refuses nodes that are %s", (_, nodes) => {
  expect(() => networkContrasts(trials, asked, nodes as never)).toThrow(/BAD_NODES/);
});

describe("shipped trials", () => {
  const ids = trials.questions.filter(({ outcome }) => outcome === "pain").map(({ id }) => id);

  test.each(ids)(
    "%s: every trial that answers the question is in the network, and every trial is accounted for",
    (id) => {
      const { effects, notUsed } = networkContrasts(trials, id);
      const used = new Set(effects.map(({ provenance }) => provenance.trialId));
      expect(contrasts(trials, id).effects.every(({ provenance }) => used.has(provenance.trialId))).toBe(true);
      expect(used.size + notUsed.length).toBe(trials.trials.length);
    },
  );

  test("make a connected network for pain soon after treatment", () => {
    const { effects } = networkContrasts(trials, "all-pain/acupuncture-vs-sham/pain/short");
    const fit = network(effects);
    expect(fit.k).toBe(new Set(effects.map(({ study }) => study)).size);
    expect(fit.treatments.map(({ name }) => name)).toContain("no treatment");
  });
});
