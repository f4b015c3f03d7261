/** Text of a table, or a stream of it: a string, a web ReadableStream, a Node stream, any async iterable. */
export type Source = string | AsyncIterable<string | Uint8Array> | ReadableStream<string | Uint8Array>;

/** Whether a value can be read as a source. */
export function isSource(value: unknown): value is Source {
  if (typeof value === "string") return true;
  return typeof value === "object" && value !== null && (isIterable(value) || "getReader" in value);
}

/** The chunks of a source, whatever it is. */
export async function* chunks(source: Source): AsyncGenerator<string | Uint8Array> {
  if (typeof source === "string") yield source;
  else if (isIterable(source)) yield* source;
  else yield* fromReader((source as ReadableStream<string | Uint8Array>).getReader());
}

function isIterable(source: object): source is AsyncIterable<string | Uint8Array> {
  return Symbol.asyncIterator in source;
}

/** For browsers whose ReadableStream cannot be iterated; a stream that is not read to its end is cancelled. */
async function* fromReader<T>(reader: ReadableStreamDefaultReader<T>): AsyncGenerator<T> {
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}
