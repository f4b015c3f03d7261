import { coefficientTests, counted, type FittedRandom, type Multilevel, structures } from "@acumeta/core";
import { intervalStatement, measureStatement } from "./sharedStatements.js";
import { registered, type Statement } from "./statement.js";

export function multilevelStatements({ measure, k, data, random, choices, leftOut }: Multilevel): readonly Statement[] {
  const studies = new Set(data.studies).size;
  const fixed = data.formula ?? `a given matrix of ${counted(data.X.names.length, "column")}`;
  return [
    measureStatement(measure, `${counted(k, "comparison")} of ${counted(studies, "study")}`),
    {
      text: `A multilevel model with the fixed part ${fixed} was fitted by ${choices.method === "REML" ? "restricted maximum likelihood" : "maximum likelihood"}`,
      cites: ["Konstantopoulos 2011, Research Synthesis Methods 2:61-76"],
    },
    ...random.map(randomStatement),
    ...(data.V.some(({ rows }) => rows.length > 1)
      ? [{ text: "Sampling errors of effects from the same patients were taken to covary, as given", cites: [] }]
      : []),
    intervalStatement(coefficientTests, { method: choices.test, level: choices.level }),
    ...(leftOut.length === 0
      ? []
      : [
          {
            text: `${counted(leftOut.length, "effect")} without a value of every moderator ${leftOut.length === 1 ? "was" : "were"} left out`,
            cites: [],
          },
        ]),
  ];
}

function randomStatement({ label, structure, groups }: FittedRandom): Statement {
  const text = `Random effects: ${label}, ${counted(groups.length, "group")}`;
  if (structure === "ID") return { text, cites: [] };
  const kind = registered(structures, structure);
  return { text: `${text}, of the structure ${kind.text}`, cites: kind.cites };
}
