import { metaError } from "@acumeta/core";
import { checkArgument, isObject } from "../../checkArgument.js";
import { messages } from "../../messages.js";
import { judgements, type StudyJudgements } from "./judgements.js";

/** The domains that any study is judged by, in the order they come. Throws `WRONG_ARGUMENT`, `UNKNOWN_CHOICE`. */
export function domainsOf(studies: readonly StudyJudgements[], argument: string): readonly string[] {
  const isList =
    Array.isArray(studies) &&
    studies.every((study) => isObject(study) && "domains" in study && isObject(study.domains));
  checkArgument(
    isList,
    argument,
    studies,
    "a list of studies with their domains, { study, domains: { name: judgement } }",
  );
  for (const { domains } of studies)
    for (const [domain, judgement] of Object.entries(domains))
      if (!Object.hasOwn(judgements, judgement))
        throw metaError(messages.unknownOption(`${argument}, ${domain}`, judgement, Object.keys(judgements)));
  return [...new Set(studies.flatMap(({ domains }) => Object.keys(domains)))];
}
