/** A number derived from what a paper reports, with the rule that derived it. */
export interface Converted {
  readonly value: number;
  readonly rule: string;
}
