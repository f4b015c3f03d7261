import { counted, countText, effectName, effectText, type Gosh, type GoshStudy, type SubsetMeans } from "@acumeta/core";
import { decimals } from "../output/numbers.js";
import { textTable } from "../output/table.js";
import { wrap } from "../output/wrap.js";

/** What the subsets of the trials give, and which trial parts them. */
export function describeGosh(gosh: Gosh): string {
  const { measure, exact, subsets, estimate, I2, studies } = gosh;
  const above = estimate.filter((each) => each > 0).length;
  const name = effectName(measure);
  const [least, middle, most] = spreadOf(estimate).map((each) => effectText(measure, each));
  const [lowI2, middleI2, highI2] = spreadOf(I2).map((each) => decimals(each, 0));
  const mean = (of: (study: GoshStudy) => SubsetMeans, show: (means: SubsetMeans) => string) => (study: GoshStudy) =>
    of(study).subsets === 0 ? null : show(of(study));
  const effect = ({ estimate }: SubsetMeans) => effectText(measure, estimate ?? 0);
  const heterogeneity = ({ I2 }: SubsetMeans) => `${decimals(I2 ?? 0, 0)} %`;
  return [
    wrap(
      `GOSH, ${exact ? "every subset of two trials or more" : "random subsets of two trials or more"}: ${counted(subsets, "subset")}. ` +
        `${name} from ${least} to ${most}, median ${middle}; above no difference in ${countText(above)} of them. ` +
        `I² from ${lowI2} to ${highI2} %, median ${middleI2} %.`,
    ),
    textTable(studies, [
      { head: "means over subsets", cell: ({ study }) => study, widest: 44 },
      { head: `${name} with`, cell: mean(({ included }) => included, effect), align: "right" },
      { head: "without", cell: mean(({ excluded }) => excluded, effect), align: "right" },
      { head: "I² with", cell: mean(({ included }) => included, heterogeneity), align: "right" },
      { head: "without", cell: mean(({ excluded }) => excluded, heterogeneity), align: "right" },
    ]),
  ].join("\n\n");
}

/** Least, median, most. */
function spreadOf(values: Float64Array): readonly [number, number, number] {
  const sorted = values.toSorted();
  const last = sorted.length - 1;
  const median = (sorted[Math.floor(last / 2)]! + sorted[Math.ceil(last / 2)]!) / 2;
  return [sorted[0]!, median, sorted[last]!];
}
