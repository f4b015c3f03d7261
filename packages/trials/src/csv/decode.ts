import { chunks, type Source } from "./source.js";

/** A chunk of text without byte order mark, its line ends as "\n"; `bytes` counts what was read so far. */
export interface TextChunk {
  readonly text: string;
  readonly bytes: number;
}

/** UTF-8 to text, with or without byte order mark, CRLF, CR or LF. Throws a TypeError where the bytes are not UTF-8. */
export async function* decode(source: Source): AsyncGenerator<TextChunk> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  let first = true;
  let heldBack = "";
  for await (const chunk of chunks(source)) {
    bytes += chunk.length;
    let text = heldBack + (typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true }));
    if (first && text !== "") {
      text = text.replace(/^\uFEFF/, "");
      first = false;
    }
    heldBack = text.endsWith("\r") ? "\r" : "";
    yield { text: unifyLineEnds(heldBack === "" ? text : text.slice(0, -1)), bytes };
  }
  yield { text: unifyLineEnds(heldBack + decoder.decode()), bytes };
}

function unifyLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
