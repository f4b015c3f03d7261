import * as acupoints from "@acumeta/acupoints";
import * as claims from "@acumeta/claims";
import * as core from "@acumeta/core";
import * as figures from "@acumeta/figures";
import * as reporting from "@acumeta/reporting";
import * as trials from "@acumeta/trials";
import { describe, expect, test } from "vitest";
import { trusting } from "./trusting.ts";

type Callable = (...args: readonly unknown[]) => unknown;

const junk: Readonly<Record<string, unknown>> = {
  undefined: undefined,
  null: null,
  "{}": {},
  "[]": [],
  "[null]": [null],
  '"x"': "x",
  NaN: Number.NaN,
};
const alone = Object.entries(junk).map(([name, value]) => ({ name, args: [value] }));
const pairs = Object.entries(junk).flatMap(([first, one]) =>
  Object.entries(junk).map(([second, other]) => ({ name: `${first}, ${second}`, args: [one, other] })),
);
const calls = [...alone, ...pairs];

const functions = Object.entries({ core, trials, acupoints, claims, figures, reporting }).flatMap(([name, exported]) =>
  Object.entries(exported).flatMap(([id, value]) =>
    typeof value === "function" ? [{ id: `${name}.${id}`, call: value as Callable }] : [],
  ),
);

/** What a call throws; null where it gives something. */
async function thrownBy(call: Callable, args: readonly unknown[]): Promise<unknown> {
  try {
    const given = await call(...args);
    if (isIterator(given)) for await (const _ of given);
    return null;
  } catch (error) {
    return error;
  }
}

function isIterator(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

/** The calls whose error tells a person nothing. */
async function rawErrors(call: Callable): Promise<readonly string[]> {
  const told = calls.map(async ({ name, args }) => ({ name, error: await thrownBy(call, args) }));
  return (await Promise.all(told))
    .filter(({ error }) => error !== null && !isTelling(error))
    .map(({ name, error }) => `(${name}): ${String(error)}`);
}

/** A typed error whose every part says something, and none of which is a value that was turned into text by accident. */
function isTelling(error: unknown): boolean {
  if (!core.isMetaError(error)) return false;
  const { found, allowed, mend } = error.diagnosis;
  return (
    [found, allowed, mend].every((part) => part.length > 0) && mend.length >= 15 && !/\[object/.test(error.message)
  );
}

describe("whatever a script gives in place of its arguments, an error is typed and tells how to mend it", () => {
  test.each(functions.filter(({ id }) => !trusting.includes(id)))("$id", async ({ call }) => {
    expect(await rawErrors(call)).toEqual([]);
  });
});

test("functions are looked at, and each that trusts its caller is one of them and does", async () => {
  expect(functions.length).toBeGreaterThan(100);
  const known = functions.filter(({ id }) => trusting.includes(id));
  const checking: string[] = [];
  for (const { id, call } of known) if ((await rawErrors(call)).length === 0) checking.push(id);
  expect(checking, "these check now: take them off the list").toEqual([]);
  expect(known.map(({ id }) => id).sort()).toEqual([...trusting].sort());
});
