/** On which of the two drawings a region stands; of limbs, neck and head the channel decides. */
type Side = "front" | "back" | "by channel";

/** Where a region stands, in the units of the silhouette: across from the middle line towards the outside, and down from the top. */
export interface Region {
  readonly side: Side;
  readonly across: number;
  readonly down: number;
}

/** The regions of the body that the vocabulary of points knows (those of the WHO standard), and about where they are. */
export const regions: Readonly<Record<string, Region>> = {
  head: { side: "by channel", across: 0, down: 6 },
  face: { side: "front", across: 0, down: 24 },
  neck: { side: "by channel", across: 0, down: 42 },
  shoulder: { side: "by channel", across: 27, down: 60 },
  scapular: { side: "back", across: 15, down: 66 },
  chest: { side: "front", across: 9, down: 74 },
  "upper back": { side: "back", across: 7, down: 84 },
  arm: { side: "by channel", across: 33, down: 86 },
  elbow: { side: "by channel", across: 37.5, down: 114 },
  abdomen: { side: "front", across: 7, down: 112 },
  lumbar: { side: "back", across: 7, down: 112 },
  forearm: { side: "by channel", across: 41, down: 128 },
  sacral: { side: "back", across: 5, down: 130 },
  wrist: { side: "by channel", across: 44.5, down: 143 },
  groin: { side: "front", across: 11, down: 139 },
  buttock: { side: "back", across: 15, down: 142 },
  perineum: { side: "front", across: 0, down: 147 },
  hand: { side: "by channel", across: 47, down: 158 },
  thigh: { side: "by channel", across: 16, down: 170 },
  knee: { side: "by channel", across: 14, down: 196 },
  leg: { side: "by channel", across: 14.5, down: 216 },
  ankle: { side: "by channel", across: 12, down: 239 },
  foot: { side: "by channel", across: 13.5, down: 251 },
};

/** Channels that run along the back of the body and of its limbs. */
const BACK = new Set(["BL", "GV", "SI", "TE"]);

/** The drawing a point stands on. */
export function sideOf({ side }: Region, meridianCode: string): "front" | "back" {
  if (side !== "by channel") return side;
  return BACK.has(meridianCode) ? "back" : "front";
}
