import type { JsonObject } from "../chartSpec.js";

/** The channels of marks that say the text of their field `says` where they are pointed at or read aloud. */
export const said: JsonObject = {
  description: { field: "says", type: "nominal" },
  tooltip: { field: "says", type: "nominal" },
};
