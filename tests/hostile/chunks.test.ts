import { checkTrials, readTable, tables } from "@acumeta/trials";
import fc from "fast-check";
import { expect, test } from "vitest";
import { base } from "./base.ts";
import { shipped } from "./shipped.ts";

/** The same content in pieces that end anywhere: inside characters, line ends, quotes. */
function pieces<T extends string | Uint8Array>(content: T, cuts: readonly number[]): readonly T[] {
  const ends = [...cuts.map((cut) => cut % (content.length + 1)), content.length].sort((a, b) => a - b);
  return ends.map((end, index) => content.slice(ends[index - 1] ?? 0, end) as T);
}

const cutLists = fc.array(fc.nat(), { maxLength: 30 });
const bytesOf = (text: string) => new TextEncoder().encode(text);

test.each(["trials", "outcomes"] as const)("the shipped %s are the same in any pieces", async (name) => {
  const text = `\uFEFF${shipped[name].replaceAll("\n", "\r\n")}`;
  const whole = await checkTrials({ ...base, [name]: text });
  await fc.assert(
    fc.asyncProperty(cutLists, async (cuts) => {
      const inPieces = await checkTrials({ ...base, [name]: ReadableStream.from(pieces(bytesOf(text), cuts)) });
      expect(inPieces).toEqual(whole);
    }),
    { numRuns: 30 },
  );
});

const messy = fc
  .array(fc.constantFrom('"', '""', ",", ";", "\n", "\r\n", "\r", "\0", "é", "𝔘", " ", "x", "\uFEFF"), {
    maxLength: 40,
  })
  .map((parts) => parts.join(""));

test.each(["trials", "scales", "questions"] as const)("damaged %s are told alike in any pieces", async (name) => {
  await fc.assert(
    fc.asyncProperty(messy, fc.uint8Array({ maxLength: 2 }), cutLists, async (text, damage, cuts) => {
      const content = Uint8Array.from([...bytesOf(base[name] + text), ...damage, ...bytesOf(text)]);
      const whole = await checkTrials({ ...base, [name]: ReadableStream.from([content]) });
      expect(await checkTrials({ ...base, [name]: ReadableStream.from(pieces(content, cuts)) })).toEqual(whole);
    }),
    { numRuns: 300 },
  );
});

test("text in pieces is the same as text", async () => {
  const collect = async (source: string | ReadableStream<string>) => {
    const rows = [];
    for await (const batch of readTable(tables.arms, source)) rows.push(...batch.rows);
    return rows;
  };
  const whole = await collect(shipped.arms);
  for (const size of [1, 7, 1000]) {
    const cuts = Array.from({ length: shipped.arms.length / size }, (_, index) => index * size);
    expect(await collect(ReadableStream.from(pieces(shipped.arms, cuts)))).toEqual(whole);
  }
});
