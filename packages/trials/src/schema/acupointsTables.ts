import { choice, id, optionalNumber, optionalText, text } from "../table/fields.js";
import { table } from "../table/table.js";

export const acupointsTable = table({
  name: "acupoints",
  title: "Acupuncture points",
  columns: {
    code: id().describe("WHO code of the point"),
    pinyin: text().describe("Name in pinyin without tones"),
    pinyin_tones: optionalText().describe("Name in pinyin with tones"),
    han_traditional: text().describe("Name in traditional characters"),
    han_simplified: text().describe("Name in simplified characters"),
    meridian: text().describe("Channel"),
    meridian_code: text().describe("WHO code of the channel"),
    number: optionalNumber({ min: 1, integer: true }).describe("Place on the channel"),
    body_region: optionalText().describe("Region of the body"),
    region_phrase: optionalText().describe("Region in the words of the WHO standard"),
    kind: choice(["channel", "extra", "ashi"]).describe("On a channel, outside them, or any tender place"),
    source_note: text().describe("The standard that names the point"),
  },
  key: ["code"],
  rowChecks: [],
});

export const aliasesTable = table({
  name: "aliases",
  title: "Other ways of writing points",
  columns: {
    kind: choice(["prefix", "name"]).describe("Another prefix of a channel, or another name of a point"),
    alias: text().describe("What is written"),
    standard: text().describe("WHO code of the channel or point that is meant"),
    system: text().describe("Who writes so"),
    ambiguity: optionalText().describe("What else it may mean"),
    source_note: text().describe("Where it was read"),
  },
  key: ["kind", "alias", "standard", "system"],
  rowChecks: [],
});

export const cautionsTable = table({
  name: "cautions",
  title: "What teaching texts say of needling a point",
  columns: {
    code: id().describe("A point of acupoints.csv"),
    caution: choice(["pregnancy", "lung", "vessel", "eye", "bladder", "organ", "no-needle"]).describe(
      "What may be harmed; no-needle: the point is not needled",
    ),
    source_url: text().describe("Where it was read"),
    source_note: text().describe("What the source says"),
  },
  key: ["code", "caution"],
  rowChecks: [],
});
