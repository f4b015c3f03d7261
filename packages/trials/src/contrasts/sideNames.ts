import { checkArgument, hasLists } from "../problems/checkArgument.js";
import type { ArmKind } from "../schema/kinds.js";
import type { Question } from "./question.js";

const names: Readonly<Record<ArmKind, string>> = {
  acupuncture: "acupuncture",
  electroacupuncture: "electroacupuncture",
  sham: "sham",
  "no-treatment": "no treatment",
  "waiting-list": "waiting list",
  "usual-care": "usual care",
  active: "another treatment",
};

/**
 * What the two sides of a question are called in a sentence or under an axis.
 *
 * @example
 * import { sideNames } from "@acumeta/trials";
 * const question = { treatment: ["acupuncture", "electroacupuncture"], comparator: ["no-treatment", "usual-care"] } as const;
 * sideNames(question); // => { treatment: "Acupuncture", comparator: "No treatment or usual care" }
 */
export function sideNames(question: Pick<Question, "treatment" | "comparator">): {
  readonly treatment: string;
  readonly comparator: string;
} {
  checkArgument(hasLists(question, ["treatment", "comparator"]), {
    argument: "question",
    found: question,
    allowed: "a question, with its kinds of treatment and of comparator",
  });
  const { treatment, comparator } = question;
  return { treatment: sideName(treatment), comparator: sideName(comparator) };
}

/** Electroacupuncture goes without saying beside acupuncture, and a waiting list beside no treatment. */
function sideName(kinds: readonly ArmKind[]): string {
  const isImplied = (kind: ArmKind) =>
    (kind === "electroacupuncture" && kinds.includes("acupuncture")) ||
    (kind === "waiting-list" && kinds.includes("no-treatment"));
  const said = kinds.filter((kind) => !isImplied(kind)).map((kind) => names[kind]);
  const [last = "", ...others] = said.toReversed();
  const list = others.length === 0 ? last : `${others.toReversed().join(", ")} or ${last}`;
  return list.charAt(0).toUpperCase() + list.slice(1);
}
