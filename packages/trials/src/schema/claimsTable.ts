import { choice, id, optionalText, text } from "../table/fields.js";
import { table } from "../table/table.js";

/** What a claim is about. */
export const claimKinds = [
  "effect",
  "durability",
  "dose",
  "points",
  "popularity",
  "ranking",
  "descriptive",
  "safety",
  "cost",
] as const;

export const claimsTable = table({
  name: "claims",
  title: "What is claimed about acupuncture for back pain",
  columns: {
    id: id().describe("The claim's name"),
    claim: text().describe("The claim, in our words"),
    kind: choice(claimKinds).describe("What it is about"),
    analysis: text().describe(
      "The id of the analysis that tests it, of claimAnalyses in @acumeta/claims; none where there is none",
    ),
    about: optionalText().describe("What the analysis is asked about"),
    needs: text().describe("The data that a test of the claim needs"),
    source_note: text().describe("Where the claim was read"),
  },
  key: ["id"],
  rowChecks: [],
});
