import type { z } from "zod";
import type { ResolvedPoint } from "../points/resolvePointCode.js";
import { cellMessages } from "../problems/messages.js";
import type { Finding } from "../problems/problem.js";
import { nearestTo } from "../text/nearestTo.js";
import { isAmbiguousNumber } from "./readNumber.js";

type Issue = z.core.$ZodIssue;

/** What zod objects to in a cell, said once for the person who typed it. */
export function cellProblems(cell: string, issues: readonly Issue[]): Iterable<Finding> {
  if (cell === "") return [cellMessages.required()];
  const findings = issues.map((issue) => cellProblem(cell, issue));
  return new Map(findings.map((finding) => [`${finding.code} ${finding.found}`, finding])).values();
}

function cellProblem(cell: string, issue: Issue): Finding {
  switch (issue.code) {
    case "invalid_type":
      return issue.path.length > 0 ? cellMessages.badRange(cell) : numberProblem(cell, issue);
    case "too_small":
      if (issue.origin === "string") return cellMessages.blankItem();
      return cellMessages.outOfRange(cell, `${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`);
    case "too_big":
      return cellMessages.outOfRange(cell, `${issue.inclusive ? "at most" : "less than"} ${issue.maximum}`);
    case "invalid_value":
      return unknownValue(cell, issue.values.map(String));
    case "custom":
      return customProblem(cell, issue.params);
    default:
      return cellMessages.badFormat(cell, issue.message);
  }
}

function numberProblem(cell: string, { expected }: Extract<Issue, { code: "invalid_type" }>): Finding {
  if (expected === "int") return cellMessages.notAnInteger(cell);
  if (expected === "object") return cellMessages.badRange(cell);
  return isAmbiguousNumber(cell) ? cellMessages.ambiguousNumber(cell) : cellMessages.notANumber(cell);
}

function unknownValue(cell: string, known: readonly string[]): Finding {
  return cellMessages.unknownValue(cell, known, nearestTo(cell, known));
}

function customProblem(cell: string, params: Record<string, unknown> | undefined): Finding {
  if (typeof params?.point !== "string") return cellMessages.badRange(cell);
  return params.point === ""
    ? cellMessages.blankItem()
    : cellMessages.unknownPoint(params.point, params.suggestion as ResolvedPoint["suggestion"]);
}
