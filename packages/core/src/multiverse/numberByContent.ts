/**
 * Numbers values from 1, as they first come, those that are the same in content alike. Content is what JSON holds; what it
 * does not (a function, a Map, a cycle) is the same only as itself. The items of a list are looked at once each, however
 * many lists hold them.
 */
export function numberByContent(): (value: unknown) => number {
  const lists = counter<string>();
  const items = counter<string>();
  const things = counter<object>();
  const known = new WeakMap<object, number>();
  const itemNumber = (item: unknown): number => {
    if (typeof item !== "object" || item === null) return items(contentOf(item, things));
    const number = known.get(item) ?? items(contentOf(item, things));
    known.set(item, number);
    return number;
  };
  return (value) => lists(Array.isArray(value) ? value.map(itemNumber).join() : `one ${itemNumber(value)}`);
}

function counter<Key>(): (key: Key) => number {
  const numbers = new Map<Key, number>();
  return (key) => {
    const number = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, number);
    return number;
  };
}

const plain = ["[object Object]", "[object Array]"];

function contentOf(value: unknown, thing: (value: object) => number): string {
  const told = (_: string, part: unknown): unknown => {
    if (typeof part === "bigint" || (typeof part === "number" && !Number.isFinite(part))) return `\0${part}`;
    const isThing = typeof part === "function" || (typeof part === "object" && part !== null && !isPlain(part));
    return isThing ? `\0${thing(part)}` : part;
  };
  try {
    return String(JSON.stringify(value, told));
  } catch {
    return `\0${thing(value as object)}`;
  }
}

function isPlain(value: object): boolean {
  return plain.includes(Object.prototype.toString.call(value)) || ArrayBuffer.isView(value);
}
