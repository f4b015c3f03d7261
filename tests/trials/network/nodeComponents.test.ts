import { componentIdentifiability, componentNetwork, network } from "@acumeta/core";
import { networkContrasts, nodeComponents, readTrials, treatmentNodes } from "@acumeta/trials";
import { describe, expect, test } from "vitest";

const nodes = treatmentNodes({ splitSham: true });

test("every treatment of the default nodes has its components, shams by whether they go through the skin", () => {
  const components = nodeComponents();
  expect(Object.keys(components)).toEqual(nodes.map(({ name }) => name));
  expect(components["penetrating sham"]).toEqual(["needling", "attention"]);
  expect(components["sham of unknown kind"]).toEqual(["sham of unknown kind"]);
});

test("acupuncture less a sham is what the assumptions say: points, or needling and points", () => {
  const components = nodeComponents();
  const less = (sham: string) => components.acupuncture!.filter((each) => !components[sham]!.includes(each));
  expect(less("penetrating sham")).toEqual(["points"]);
  expect(less("non-penetrating sham")).toEqual(["needling", "points"]);
});

test("nodes of one's own: current makes no difference, other kinds are components of their own name", () => {
  const own = nodeComponents([
    { name: "electro", kinds: ["electroacupuncture"] },
    { name: "waiting", kinds: ["waiting-list"] },
    { name: "care or drug", kinds: ["usual-care", "active"] },
  ]);
  expect(own).toEqual({ electro: ["needling", "points", "attention"], waiting: [], "care or drug": ["care or drug"] });
});

describe("refuses", () => {
  test("a sham that is not told apart", () => {
    expect(() => nodeComponents(treatmentNodes())).toThrow(expect.objectContaining({ code: "UNDIVIDED_SHAM" }));
  });
  test("what are no nodes", () => {
    expect(() => nodeComponents([] as never)).toThrow(expect.objectContaining({ code: "BAD_NODES" }));
  });
});

test("of the shipped trials with every kind of sham the components say what the network says, in other words", async () => {
  const trials = await readTrials("datasets/pain-trials");
  const { effects } = networkContrasts(trials, "all-pain/acupuncture-vs-sham/pain/short", nodes);
  const components = nodeComponents(nodes);
  const { rank, columns } = componentIdentifiability(effects, { components });
  expect(rank).toBe(columns);
  const fit = componentNetwork(effects, { components });
  const of = (name: string) => fit.components.find(({ component }) => component === name)!.estimate!;
  const peer = network(effects, { reference: "penetrating sham" });
  expect(of("points")).toBeCloseTo(peer.effects.find(({ treatment }) => treatment === "acupuncture")!.estimate, 9);
});
