/** What may tell two effects of a cluster apart, and how far effects that it tells apart are taken to be correlated. */
export interface Part {
  readonly tellsApart: (i: number, j: number) => boolean;
  readonly correlation: (i: number, j: number) => number;
}

/** Where a part is not given, it tells nothing apart. */
export const unused: Part = { tellsApart: () => false, correlation: () => 1 };
