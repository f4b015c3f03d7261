import { choice, optionalChoice, optionalIdList, optionalNumber, optionalText, text } from "../table/fields.js";
import { table } from "../table/table.js";
import { favouredSides } from "./kinds.js";
import { checkInterval } from "./rowChecks.js";

export const publishedPooledTable = table({
  name: "pooled",
  title: "Pooled results as reviews printed them",
  columns: {
    review: text().describe("Author, year, name of the review"),
    comparison: text().describe("What was compared, in words"),
    condition: text().describe("Condition, in words"),
    outcome: text().describe("Outcome, in words"),
    week: optionalNumber({ min: 0 }).describe("Weeks from the start or end of treatment, as the note says"),
    k: optionalNumber({ min: 1, integer: true }).describe("Trials pooled"),
    n: optionalNumber({ min: 1, integer: true }).describe("Patients pooled"),
    effect: optionalNumber().describe("Pooled effect as printed"),
    measure: optionalText().describe("Its measure and unit"),
    ci_lower: optionalNumber().describe("Lower 95 % bound"),
    ci_upper: optionalNumber().describe("Upper 95 % bound"),
    i2: optionalNumber({ min: 0, max: 100 }).describe("I² in percent"),
    p_heterogeneity: optionalNumber({ min: 0, max: 1 }).describe("p-value of the test of heterogeneity"),
    questions: optionalIdList().describe("Shipped questions that ask nearly the same, separated by semicolons"),
    favours: optionalChoice(favouredSides).describe("The side that a positive effect favours"),
    source_url: text().describe("Where the row was read"),
    source_note: optionalText().describe("What the source says"),
  },
  key: [],
  rowChecks: [({ effect, ciLower, ciUpper }) => checkInterval({ estimate: effect, ciLower, ciUpper })],
});

export const publishedPointsTable = table({
  name: "points",
  title: "Rankings of points as reviews printed them",
  columns: {
    review: text().describe("Author, year, journal of the review"),
    condition: choice(["low back pain", "pain"]).describe("Whether it is about low back pain or pain in general"),
    point_or_combination: text().describe("A WHO code, or several joined by +"),
    rank_popularity: optionalNumber({ min: 1, integer: true }).describe("Rank by frequency, 1 the most used"),
    frequency: optionalNumber({ min: 0 }).describe("How often it was used, as printed"),
    rank_effect: optionalNumber({ min: 1, integer: true }).describe("Rank by average effect, 1 the largest"),
    effect: optionalNumber().describe("Average effect, as printed"),
    source_url: text().describe("Where the row was read"),
    source_note: optionalText().describe("What the source says"),
  },
  key: ["review", "point_or_combination"],
  rowChecks: [],
});
