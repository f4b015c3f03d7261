import { compareArms, network } from "@acumeta/core";
import { parseNetwork } from "@acumeta/trials";
import { describe, expect, it } from "vitest";

const csv = (...lines: readonly string[]) => `${lines.join("\n")}\n`;
const refused = async (text: string) => {
  const error = await parseNetwork(text, { name: "mine" }).then(
    () => null,
    (thrown: unknown) =>
      thrown as { readonly problems: readonly { line: number | null; column: string | null; code: string }[] },
  );
  return error?.problems.map(({ line, column, code }) => [line, column, code]);
};

describe("comparisons", () => {
  const text = csv(
    "study,treat1,treat2,yi,se,dose",
    "A,acupuncture,sham,-0.3,0.2,high",
    "B,acupuncture,waiting,-0.8,0.1,3",
  );

  it("have their variance from se or vi, the scale asked for, and further columns as they are", async () => {
    const effects = await parseNetwork(text, { measure: "MD" });
    expect(effects).toEqual([
      { study: "A", measure: "MD", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.2 ** 2, dose: "high" },
      { study: "B", measure: "MD", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.1 ** 2, dose: 3 },
    ]);
    const [first] = await parseNetwork(csv("study,treat1,treat2,yi,vi,n1,n2", "A,x,y,0.1,0.04,30,31"));
    expect(first).toEqual({ study: "A", measure: "SMD", treat1: "x", treat2: "y", yi: 0.1, vi: 0.04, n1: 30, n2: 31 });
  });

  it("mean the same with other delimiters, line ends, capitals in the header, quotes, or a byte order mark", async () => {
    const plain = await parseNetwork(text);
    for (const other of [
      text.replaceAll(",", ";"),
      text.replaceAll(",", "\t"),
      text.replaceAll("\n", "\r\n"),
      `\uFEFF${text}`,
      text.replace("study,treat1", "Study, TREAT1"),
      `\uFEFF${text.replace("yi,se", "YI,SE")}`,
      text.replaceAll(/[^,\n]+/g, '"$&"'),
    ])
      expect(await parseNetwork(other)).toEqual(plain);
  });

  it("of three arms go into network as they are", async () => {
    const three = csv("study,treat1,treat2,yi,vi", "A,x,y,0.1,0.04", "A,x,z,0.3,0.05", "A,y,z,0.2,0.03");
    expect(network(await parseNetwork(three), { tau2: "EE" }).k).toBe(1);
  });
});

describe("arms", () => {
  it("of means and of events are compared as compareArms does", async () => {
    const means = csv("study,treatment,n,mean,sd", "A,x,30,10,2", "A,y,28,12,3", "A,z,31,13,2.5");
    const row = (treatment: string, n: number, mean: number, sd: number) => ({ study: "A", treatment, n, mean, sd });
    const arms = [row("x", 30, 10, 2), row("y", 28, 12, 3), row("z", 31, 13, 2.5)];
    expect(await parseNetwork(means)).toEqual(compareArms(arms, { measure: "SMD" }));
    expect(await parseNetwork(means, { measure: "MD" })).toEqual(compareArms(arms, { measure: "MD" }));
    const events = csv("study,treatment,n,events", "A,x,30,3", "A,y,28,5");
    const counts = [
      { study: "A", treatment: "x", n: 30, a: 3 },
      { study: "A", treatment: "y", n: 28, a: 5 },
    ];
    expect(await parseNetwork(events)).toEqual(compareArms(counts, { measure: "logOR" }));
    expect(await parseNetwork(events, { measure: "RD" })).toEqual(compareArms(counts, { measure: "RD" }));
  });

  it("are compared by no measure of another outcome", async () => {
    const means = csv("study,treatment,n,mean,sd", "A,x,30,10,2", "A,y,28,12,3");
    await expect(parseNetwork(means, { measure: "logRR" })).rejects.toMatchObject({
      code: "WRONG_MEASURE",
      diagnosis: { allowed: "SMD, MD, ROM" },
    });
    const events = csv("study,treatment,n,events", "A,x,30,3", "A,y,28,5");
    await expect(parseNetwork(events, { measure: "MD" })).rejects.toMatchObject({ code: "WRONG_MEASURE" });
  });
});

describe("refuses, with every problem of the file,", () => {
  it("cells that are no numbers, missing and impossible ones", async () => {
    const text = csv("study,treat1,treat2,yi,se", "A,x,y,small,0.1", ",x,y,0.1,0.2", "C,x,y,0.1,-0.2", "D,x,y,0.1,");
    expect(await refused(text)).toEqual([
      [2, "yi", "NOT_A_NUMBER"],
      [3, "study", "REQUIRED"],
      [4, "se", "OUT_OF_RANGE"],
      [5, "se", "NO_VARIANCE"],
    ]);
  });

  it("two variances that differ", async () => {
    expect(await refused(csv("study,treat1,treat2,yi,vi,se", "A,x,y,0.1,0.2,0.2"))).toEqual([
      [2, "se", "TWO_VARIANCES"],
    ]);
  });

  it("arms of which nothing, half or too much is known", async () => {
    expect(
      await refused(
        csv("study,treatment,n,mean,sd,events", "A,x,30,,,", "A,y,30,1,,", "A,z,30,,2,", "B,x,10,,,12", "B,y,10,,,2"),
      ),
    ).toEqual([
      [2, "mean", "NO_OUTCOME"],
      [3, "sd", "HALF_OUTCOME"],
      [4, "mean", "HALF_OUTCOME"],
      [5, "events", "EVENTS_EXCEED_TOTAL"],
    ]);
  });

  it("means in one arm and events in another", async () => {
    const text = csv("study,treatment,n,mean,sd,events", "A,x,30,1,2,", "A,y,30,,,4");
    expect(await refused(text)).toEqual([[null, "events", "MIXED_OUTCOMES"]]);
  });

  it("comparisons of a treatment with itself, and those made twice, in either direction", async () => {
    const text = csv("study,treat1,treat2,yi,se", "A,x,x,0.1,0.2", "B,x,y,0.1,0.2", "C,x,y,0.1,0.2", "B,y,x,0.3,0.2");
    expect(await refused(text)).toEqual([
      [2, "treat2", "SELF_COMPARISON"],
      [5, null, "DUPLICATE_COMPARISON"],
    ]);
  });

  it("arms that a trial has twice, and trials of one arm", async () => {
    const text = csv("study,treatment,n,mean,sd", "A,x,9,1,2", "A,y,9,2,2", "B,x,9,1,2", "A,x,8,1,2");
    expect(await refused(text)).toEqual([
      [4, null, "LONE_ARM"],
      [5, null, "DUPLICATE_ARM"],
    ]);
  });

  it("arms that can't be compared, at their lines", async () => {
    const text = csv("study,treatment,n,mean,sd", "A,x,9,1,2", "A,y,9,2,2", "B,x,1,1,2", "B,y,1,2,2");
    expect((await refused(text))!.map(([line]) => line)).toEqual([4]);
  });

  it("a table without columns of variances or outcomes once, not in every row", async () => {
    expect(await refused(csv("study,treat1,treat2,yi", "A,x,y,0.1", "B,x,y,0.1"))).toEqual([
      [1, "se", "MISSING_COLUMN"],
    ]);
    expect(await refused(csv("study,treatment,n", "A,x,10", "A,y,10"))).toEqual([[1, null, "MISSING_COLUMN"]]);
  });

  it("a header alone", async () => {
    expect(await refused(csv("study,treat1,treat2,yi,se"))).toEqual([[null, null, "NO_ROWS"]]);
  });

  it.each([
    ["another table", csv("a,b", "1,2"), "NO_NETWORK"],
    ["an empty text", "", "NO_NETWORK"],
  ])("%s", async (_, text, code) => {
    expect((await refused(text))!.map(([, , found]) => found)).toEqual([code]);
  });

  it("a missing column", async () => {
    expect((await refused(csv("study,treat1,yi,se", "A,x,0.1,0.2")))!.map(([, column]) => column)).toContain("treat2");
  });
});
