import { rowMessages } from "../problems/messages.js";
import { choice, id, optionalNumber, optionalText, text } from "../table/fields.js";
import { table } from "../table/table.js";
import { betters } from "./kinds.js";

export const scalesTable = table({
  name: "scales",
  title: "Scales: their possible range and their good end",
  columns: {
    scale: id().describe("Name of the scale, as in outcomes and contrasts"),
    minimum: optionalNumber().describe("Lowest possible value"),
    maximum: optionalNumber().describe("Highest possible value"),
    better: choice(betters).describe("Which end is good"),
    source_url: text().describe("Where the row was read"),
    source_note: optionalText().describe("What the source says"),
  },
  key: ["scale"],
  rowChecks: [
    ({ minimum, maximum }) =>
      minimum != null && maximum != null && minimum >= maximum
        ? { column: "maximum", ...rowMessages.scaleReversed(minimum, maximum) }
        : null,
  ],
});
