import { type ComponentNetwork, counted, intervals, networkTau2Estimators } from "@acumeta/core";
import { heterogeneityStatements, intervalStatement, measureStatement, tau2Statement } from "./sharedStatements.js";
import type { Statement } from "./statement.js";

const SOURCE = "Rücker, Petropoulou & Schwarzer 2020, Biometrical Journal 62:808-821";

export function componentStatements(fit: ComponentNetwork): readonly Statement[] {
  const { measure, k, m, components, inactive, parts, additivity, tau2, choices } = fit;
  const names = components.map(({ component }) => component).join(", ");
  return [
    measureStatement(measure, `${counted(m, "comparison")} of ${counted(k, "trial")}`),
    {
      text: `An additive component network meta-analysis took each treatment as the sum of its components: ${names}`,
      cites: [SOURCE],
    },
    ...(inactive === null ? [] : [{ text: `${inactive} was taken to have no effect of its own`, cites: [] }]),
    ...(parts.length === 1
      ? []
      : [
          {
            text: `Trials join the treatments in ${parts.length} separate parts, which common components link`,
            cites: [],
          },
        ]),
    ...(additivity === null
      ? []
      : [
          {
            text: "The sums of components were compared with a network that has an effect of each treatment by the difference of their Q",
            cites: [],
          },
        ]),
    tau2Statement(networkTau2Estimators, { method: tau2.method, model: "The model" }),
    intervalStatement(intervals, { method: choices.interval, level: choices.level }),
    ...heterogeneityStatements(tau2.ci?.method ?? null),
  ];
}
