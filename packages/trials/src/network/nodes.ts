import { checkArgument, isObject } from "../problems/checkArgument.js";
import { type ArmKind, armKinds } from "../schema/kinds.js";

/** A treatment of a network: arms of some kinds, shams by whether they go through the skin where that is told apart. */
export interface NetworkNode {
  readonly name: string;
  readonly kinds: readonly ArmKind[];
  /** Shams alone: those of which it is known that they do or do not penetrate the skin; "unknown" the others. */
  readonly penetrating?: "yes" | "no" | "unknown";
}

const sham: NetworkNode = { name: "sham", kinds: ["sham"] };

const splitSham: readonly NetworkNode[] = [
  { name: "penetrating sham", kinds: ["sham"], penetrating: "yes" },
  { name: "non-penetrating sham", kinds: ["sham"], penetrating: "no" },
  { name: "sham of unknown kind", kinds: ["sham"], penetrating: "unknown" },
];

/**
 * Every kind of arm as one of five treatments: acupuncture (with or without electro-stimulation), sham, no treatment (or a
 * waiting list), usual care, active treatment; `splitSham` tells shams apart that do and do not go through the skin.
 *
 * @example
 * import { treatmentNodes } from "@acumeta/trials";
 * treatmentNodes().map(({ name }) => name);
 * // => ["acupuncture", "sham", "no treatment", "usual care", "active treatment"]
 * treatmentNodes({ splitSham: true })[1].name; // => "penetrating sham"
 */
export function treatmentNodes(options: { readonly splitSham?: boolean } = {}): readonly NetworkNode[] {
  checkArgument(isObject(options) && [undefined, true, false].includes(options.splitSham), {
    argument: "options",
    found: options,
    allowed: "{ splitSham: true } or { splitSham: false }",
  });
  return [
    { name: "acupuncture", kinds: ["acupuncture", "electroacupuncture"] },
    ...(options.splitSham === true ? splitSham : [sham]),
    { name: "no treatment", kinds: ["no-treatment", "waiting-list"] },
    { name: "usual care", kinds: ["usual-care"] },
    { name: "active treatment", kinds: ["active"] },
  ];
}

/** Whether a value is a list of nodes that share no arm. */
export function areNodes(value: unknown): value is readonly NetworkNode[] {
  if (!Array.isArray(value) || value.length < 2 || !value.every(isNode)) return false;
  const keys = value.flatMap(({ kinds, penetrating = "" }) => kinds.map((kind) => `${kind}/${penetrating}`));
  return new Set(keys).size === keys.length && new Set(value.map(({ name }) => name)).size === value.length;
}

function isNode(node: unknown): node is NetworkNode {
  if (typeof node !== "object" || node === null) return false;
  const { name, kinds, penetrating = "yes" } = node as Partial<NetworkNode>;
  const isKinds = Array.isArray(kinds) && kinds.length > 0 && kinds.every((kind) => armKinds.includes(kind));
  return typeof name === "string" && name.trim() !== "" && isKinds && ["yes", "no", "unknown"].includes(penetrating);
}
