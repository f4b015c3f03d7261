import type { HostileCase } from "../hostileCase.ts";
import { cellCases } from "./cells.ts";
import { contradictionCases } from "./contradictions.ts";
import { dialectCases } from "./dialects.ts";
import { fileCases } from "./files.ts";
import { numberCases } from "./numbers.ts";
import { questionCases } from "./questions.ts";
import { referenceCases } from "./references.ts";
import { shapeCases } from "./shape.ts";

export const hostileCases: Readonly<Record<string, readonly HostileCase[]>> = {
  numbers: numberCases,
  cells: cellCases,
  contradictions: contradictionCases,
  references: referenceCases,
  shape: shapeCases,
  files: fileCases,
  dialects: dialectCases,
  questions: questionCases,
};
