import { freeze, metaError } from "@acumeta/core";
import { badNodes, undividedSham } from "./messages.js";
import { areNodes, type NetworkNode, treatmentNodes } from "./nodes.js";

/** What treatments are made of, by name: as `componentNetwork` takes it. */
export type NodeComponents = Readonly<Record<string, readonly string[]>>;

/**
 * What each treatment of a network of trials is made of, so that `componentNetwork` can tell apart
 *
 * - `needling`: needles through the skin, wherever they are;
 * - `points`: that they are at the points prescribed;
 * - `attention`: a practitioner's time, and the ritual of a treatment;
 * - `usual care`, and `active treatment`: whatever each trial meant by them.
 *
 * Acupuncture has the first three; a sham that goes through the skin has needling and attention, one that does not has attention;
 * no treatment has nothing. These are assumptions, and strong ones: that a sham is as much attention as the treatment is, that
 * pressing without a needle does nothing of its own, that no sham is at the points prescribed, that points of no use are none, and
 * that effects add up. Some shams are at the very points; Lee 2024 (Heliyon, doi:10.1016/j.heliyon.2024.e25650; osteoarthritis of
 * the knee) found acupuncture better than shams elsewhere, but not than those. A sham of which it is not known whether it goes
 * through the skin is a component of its own, so that it says nothing of the others. Whether trials tell components apart,
 * `componentIdentifiability` says.
 *
 * Throws `BAD_NODES`, and `UNDIVIDED_SHAM` for nodes that do not tell shams apart.
 *
 * @param nodes The treatments; `treatmentNodes({ splitSham: true })` unless given.
 *
 * @example
 * import { nodeComponents } from "@acumeta/trials";
 * const components = nodeComponents();
 * components.acupuncture; // => ["needling", "points", "attention"]
 * components["non-penetrating sham"]; // => ["attention"]
 * components["no treatment"]; // => []
 */
export function nodeComponents(nodes: readonly NetworkNode[] = treatmentNodes({ splitSham: true })): NodeComponents {
  if (!areNodes(nodes)) throw metaError(badNodes(nodes));
  return freeze(Object.fromEntries(nodes.map((node) => [node.name, componentsOf(node)])));
}

function componentsOf({ name, kinds, penetrating }: NetworkNode): readonly string[] {
  const isOf = (...some: readonly NetworkNode["kinds"][number][]) => kinds.every((kind) => some.includes(kind));
  if (isOf("acupuncture", "electroacupuncture")) return ["needling", "points", "attention"];
  if (isOf("no-treatment", "waiting-list")) return [];
  if (isOf("sham")) {
    if (penetrating === undefined) throw metaError(undividedSham(name));
    return { yes: ["needling", "attention"], no: ["attention"], unknown: [name] }[penetrating];
  }
  return [name];
}
