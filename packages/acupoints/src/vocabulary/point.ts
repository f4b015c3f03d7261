/** channel: on one of the fourteen channels; extra: outside them; ashi: any tender place. */
export type PointKind = "channel" | "extra" | "ashi";

/** What a needle may harm there; no-needle: the point is not needled at all. */
export type CautionKind = "pregnancy" | "lung" | "vessel" | "eye" | "bladder" | "organ" | "no-needle";

/** What a teaching text says of a point. It is no finding: see `datasets/acupoints/README.md`. */
export interface Caution {
  readonly kind: CautionKind;
  readonly sourceUrl: string;
  readonly sourceNote: string;
}

/** An acupuncture point. */
export interface Point {
  /** "BL23", "EX-UE7", "ASHI". */
  readonly code: string;
  /** Pinyin without tones: "Shenshu". */
  readonly name: string;
  readonly nameWithTones: string;
  readonly han: { readonly traditional: string; readonly simplified: string };
  /** "Bladder"; "Extra" or "Non-channel" outside the channels. */
  readonly meridian: string;
  /** "BL" */
  readonly meridianCode: string;
  /** Place on the channel; null outside the channels. */
  readonly number: number | null;
  /** Region of the body as the WHO standard gives it: "lumbar"; null for ashi. */
  readonly region: string | null;
  /** At or below the elbow or the knee; null where the region is not known. */
  readonly distal: boolean | null;
  readonly kind: PointKind;
  readonly cautions: readonly Caution[];
}
