/** A modifier as it was read; `isAsked` is false where it has no meaning for the effect. */
export interface Reading<Value> {
  readonly value: Value | null;
  readonly isAsked: boolean;
  /** How it was derived, where that is not simply a cell of a table. */
  readonly rules: readonly string[];
}

export const notAsked = { value: null, isAsked: false, rules: [] } as const;

export function reading<Value>(value: Value | null, rules: readonly string[] = []): Reading<Value> {
  return { value, isAsked: true, rules: value === null ? [] : rules };
}

/** The value on which all agree; null where one is unknown or two differ. */
export function agreed<Value>(values: readonly (Value | null)[]): Value | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}
