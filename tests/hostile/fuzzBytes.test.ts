import { isMetaError } from "@acumeta/core";
import { checkTrials, parseTrials, tables } from "@acumeta/trials";
import fc from "fast-check";
import { expect, test } from "vitest";
import { base } from "./base.ts";
import { expectWellFormed } from "./wellFormed.ts";

const files = [...Object.keys(tables), "questions"] as readonly (keyof typeof base)[];
const columns = Object.values(tables).flatMap(({ columns }) => Object.keys(columns));

/** Text of what CSV and JSON are made of, so that more than the first character is read. */
const csvLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '""',
        ",",
        ";",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "\0",
        "\uFEFF",
        "\uFFFD",
        "é",
        "𝔘",
        " ",
        "t1",
        "8",
      ),
      fc.constantFrom("[", "]", "{", "}", ":", '"id"', "null", "1e999", "NaN", "-", "__proto__", "constructor"),
      fc.constantFrom(...columns),
      fc.string(),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  csvLike.map((text) => new TextEncoder().encode(text)),
);

test.each(files)("%s of any text is refused or read, and never throws anything else", async (file) => {
  await fc.assert(
    fc.asyncProperty(csvLike, fc.boolean(), async (text, withHeader) => {
      const header = withHeader ? base[file].slice(0, base[file].indexOf("\n") + 1) : "";
      const sources = { ...base, [file]: `${header}${text}` };
      expectWellFormed(await checkTrials(sources));
      await parseTrials(sources).catch((error) => {
        expect(isMetaError(error) && error.code).toBe("TRIALS_REFUSED");
      });
    }),
    { numRuns: 150 },
  );
});

test.each(files)("%s of any bytes is refused or read, and never throws", async (file) => {
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      expectWellFormed(await checkTrials({ ...base, [file]: ReadableStream.from([content]) }));
    }),
    { numRuns: 150 },
  );
});
