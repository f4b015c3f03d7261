/** A result as JSON, the columns of typed arrays as lists. */
export function json(result: object): string {
  return JSON.stringify(result, (_, value) => (ArrayBuffer.isView(value) ? [...(value as Uint8Array)] : value), 2);
}
