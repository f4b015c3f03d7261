import { parseNetwork } from "@acumeta/trials";
import { expect, test } from "vitest";

async function* bytes(text: string, encoding: BufferEncoding): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, encoding);
}

const csv = "study,treat1,treat2,yi,se\rMüller,a,b,0.5,0.2\r";

test("a network is read from a stream of bytes, whatever its line ends", async () => {
  const effects = await parseNetwork(bytes(csv, "utf8"));
  expect(effects.map(({ study, yi }) => [study, yi])).toEqual([["Müller", 0.5]]);
});

test("bytes that are not UTF-8 are refused, as in every table", async () =>
  expect(parseNetwork(bytes(csv, "latin1"), { name: "old" })).rejects.toThrow(/old\.csv: .+ \[NOT_UTF8\]/));
