import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BUILD_TIMEOUT, buildReport, type Report } from "./buildReport.ts";

let report: Report;
beforeAll(() => {
  report = buildReport();
}, BUILD_TIMEOUT);
afterAll(() => report?.remove());

const all = (pattern: RegExp) => [...report.html.matchAll(pattern)].map(([, found]) => found!);

test("the page loads nothing from elsewhere: no scripts, style sheets, fonts or images of others", () => {
  expect(report.html).not.toMatch(/<(script|link|iframe|object|embed|base|form)\b/i);
  expect(report.html).not.toMatch(/@import|@font-face/i);
  expect(all(/\bsrc(?:set)?="([^"]*)"/g).filter((source) => /^(https?:)?\/\//.test(source))).toEqual([]);
  expect(all(/\burl\(([^)]*)\)/g).filter((target) => !/^["']?(#|data:)/.test(target))).toEqual([]);
  expect(all(/<(?:use|image)\b[^>]*href="([^"]*)"/g).filter((target) => !/^(#|data:)/.test(target))).toEqual([]);
});

test("every link leads somewhere: to a file of the report or a place on the page", () => {
  const ids = new Set(all(/\bid="([^"]*)"/g));
  const leadsSomewhere = (href: string) =>
    href.startsWith("#") ? ids.has(href.slice(1)) : existsSync(join(report.folder, decodeURI(href)));
  const links = all(/<a\b[^>]*href="([^"]*)"/g);
  expect(links.length).toBeGreaterThan(3 * report.results.questions.length);
  expect(links.filter((href) => !leadsSomewhere(href))).toEqual([]);
});

test("each question has a heading, its figure and its answer in words", () => {
  const headings = all(/<h3 id="[^"]*">([^<]*)<\/h3>/g);
  expect(headings).toEqual(report.results.questions.map(({ question }) => question.label));
  expect(all(/<figure>(<svg)\b/g)).toHaveLength(report.results.questions.length + 2);
});

test("no id stands twice on the page, and no number is broken", () => {
  const ids = all(/\sid="([^"]*)"/g);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  expect(report.html).not.toMatch(/>[^<]*\b(NaN|Infinity|undefined|\[object)\b[^<]*</);
});

test("the page says that it is no medical advice, and which methods it used", () => {
  expect(report.html).toContain("no medical advice");
  expect(report.html).toMatch(/<h2>Methods<\/h2>/);
});
