import { createReadStream } from "node:fs";
import { join } from "node:path";
import { parseTrials, readTrials, type Source, type TrialSources } from "@acumeta/trials";
import { expect, test, vi } from "vitest";
import { painTrials, sourcesOf } from "./painTrials.ts";

const texts = sourcesOf();
const whole = await readTrials(painTrials);

const sourcesFrom = (toSource: (text: string) => Source): TrialSources =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, toSource(text)]));

async function* halves(text: string): AsyncGenerator<string> {
  yield text.slice(0, text.length / 2);
  yield text.slice(text.length / 2);
}

/** As a browser gives it whose web streams have no iterator. */
function notIterable(stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  return { getReader: () => stream.getReader() } as ReadableStream<Uint8Array>;
}

test.each<[string, TrialSources]>([
  ["text", texts],
  ["a web stream of bytes", sourcesFrom((text) => new Blob([text]).stream())],
  ["a web stream of text", sourcesFrom((text) => ReadableStream.from(halves(text)))],
  ["a web stream that can't be iterated", sourcesFrom((text) => notIterable(new Blob([text]).stream()))],
  ["a web response", sourcesFrom((text) => new Response(text).body!)],
  ["an async iterable of text", sourcesFrom(halves)],
  ["Node streams", { ...texts, outcomes: createReadStream(join(painTrials, "outcomes.csv"), { highWaterMark: 100 }) }],
  ["Node streams of text", { ...texts, arms: createReadStream(join(painTrials, "arms.csv"), "utf8") }],
])("the trials come from %s", async (_, sources) => {
  expect(await parseTrials(sources)).toEqual(whole);
});

test("a source that fails fails with its own error, whatever its kind", async () => {
  async function* failing(): AsyncGenerator<string> {
    yield texts.arms.slice(0, 1000);
    throw new TypeError("terminated");
  }
  await expect(parseTrials({ ...texts, arms: failing() })).rejects.toThrow(new TypeError("terminated"));
});

test.each([
  ["iterable", (stream: ReadableStream<Uint8Array>) => stream],
  ["not iterable", notIterable],
])("an endless stream of NULs is cancelled, %s", async (_, as) => {
  const cancel = vi.fn();
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array([0, 10])), cancel });
  await expect(parseTrials({ ...texts, arms: as(endless) })).rejects.toThrow("BINARY");
  expect(cancel).toHaveBeenCalledOnce();
});
