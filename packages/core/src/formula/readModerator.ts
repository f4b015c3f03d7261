import type { Cursor } from "./cursor.js";
import { insteadOf } from "./insteadOf.js";

/** Reads the name of a moderator where it stands alone: functions take moderators, not functions of them. */
export function readModerator(cursor: Cursor): string {
  const token = cursor.next();
  if (token.kind !== "name")
    cursor.refuse({ allowed: "a moderator", mend: "Derive what is no moderator first: deriveModerators." }, token);
  if (cursor.isNext("("))
    cursor.refuse(
      { found: `the function ${token.text} within another`, allowed: "a moderator", mend: insteadOf(token.text, []) },
      token,
    );
  return token.text;
}
