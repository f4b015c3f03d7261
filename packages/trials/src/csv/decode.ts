import { chunks, type Source } from "./source.js";

/** A chunk of text without byte order mark, its line ends as "\n". */
export interface TextChunk {
  readonly text: string;
  /** Bytes (characters, of a string) read so far. */
  readonly bytes: number;
  /** False where the bytes after `text` are not UTF-8; then no chunk follows. */
  readonly isUtf8: boolean;
}

/** UTF-8 to text, with or without byte order mark, CRLF, CR or LF; up to the first bytes that are not UTF-8. */
export async function* decode(source: Source): AsyncGenerator<TextChunk> {
  let first = true;
  let heldBack = "";
  let read = 0;
  for await (const { text: piece, bytes, isUtf8 } of pieces(source)) {
    const text = heldBack + (first ? piece.replace(/^\uFEFF/, "") : piece);
    first &&= piece === "";
    heldBack = isUtf8 && text.endsWith("\r") ? "\r" : "";
    read = bytes;
    yield { text: unifyLineEnds(heldBack === "" ? text : text.slice(0, -1)), bytes, isUtf8 };
  }
  if (heldBack !== "") yield { text: "\n", bytes: read, isUtf8: true };
}

async function* pieces(source: Source): AsyncGenerator<TextChunk> {
  const toText = utf8Decoder();
  let bytes = 0;
  for await (const chunk of chunks(source)) {
    bytes += chunk.length;
    const piece = typeof chunk === "string" ? { text: chunk, isUtf8: true } : toText(chunk);
    yield { ...piece, bytes };
    if (!piece.isUtf8) return;
  }
  yield { ...toText(), bytes };
}

/** Decodes piece by piece (at the end, nothing). A strict decoder knows what is wrong, a lenient one where. */
function utf8Decoder(): (bytes?: Uint8Array) => Pick<TextChunk, "text" | "isUtf8"> {
  const lenient = new TextDecoder("utf-8");
  const strict = new TextDecoder("utf-8", { fatal: true });
  return (bytes) => {
    const stream = bytes !== undefined;
    const text = lenient.decode(bytes, { stream });
    try {
      strict.decode(bytes, { stream });
      return { text, isUtf8: true };
    } catch {
      return { text: text.slice(0, text.indexOf("\uFFFD")), isUtf8: false };
    }
  };
}

function unifyLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
