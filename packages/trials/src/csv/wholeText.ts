import { decode } from "./decode.js";
import type { Source } from "./source.js";

/** All text of a source, its line ends as "\n"; null where its bytes are not UTF-8. */
export async function wholeText(source: Source): Promise<string | null> {
  let text = "";
  for await (const chunk of decode(source)) {
    if (!chunk.isUtf8) return null;
    text += chunk.text;
  }
  return text;
}
