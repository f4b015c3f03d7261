import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUILD_TIMEOUT, buildReport, type Report } from "./buildReport.ts";
import { findOverflow, type ImageSize, type Overflow, sizesOfImages, unfoldAll } from "./inThePage.ts";

const executablePath = process.env.CHROMIUM_PATH || "/usr/bin/chromium";
const flags = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", ...flags];

describe.skipIf(!existsSync(executablePath))("the report in Chromium, without a network", () => {
  let report: Report;
  let browser: Browser;
  beforeAll(async () => {
    report = buildReport();
    browser = await chromium.launch({ executablePath, args });
  }, BUILD_TIMEOUT);
  afterAll(async () => {
    await browser?.close();
    report?.remove();
  });

  /** The page at a width, and all that went wrong while it loaded. */
  async function open(
    width: number,
    file = "index.html",
  ): Promise<{ page: Page; wrong: readonly string[]; requested: readonly string[] }> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, offline: true });
    const page = await context.newPage();
    const wrong: string[] = [];
    const requested: string[] = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("requestfailed", (request) => wrong.push(request.url()));
    page.on("request", (request) => requested.push(request.url()));
    await page.goto(pathToFileURL(join(report.folder, file)).href, { waitUntil: "load" });
    return { page, wrong, requested };
  }

  test.each([1280, 390])("at %i pixels it loads itself and nothing else, without an error", async (width) => {
    const { page, wrong, requested } = await open(width);
    expect(wrong).toEqual([]);
    expect(requested).toEqual([page.url()]);
    await page.context().close();
  });

  test.each([1280, 390])("at %i pixels nothing sticks out sideways, folded or unfolded", async (width) => {
    const { page } = await open(width);
    expect(await page.evaluate<Overflow>(findOverflow)).toEqual({ overflow: 0, parts: [] });
    await page.evaluate(unfoldAll);
    expect(await page.evaluate<Overflow>(findOverflow)).toEqual({ overflow: 0, parts: [] });
    await page.context().close();
  });

  test("every figure has a size, and the SVG and PNG beside it can be opened", async () => {
    const { page, wrong } = await open(1280);
    const figures = await page.locator("figure svg").all();
    expect(figures).toHaveLength(report.results.questions.length + 2);
    for (const svg of figures) {
      const box = await svg.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThan(100);
    }
    const sizes = await page.evaluate<ImageSize[]>(sizesOfImages);
    expect(sizes).toHaveLength(2 * figures.length);
    expect(sizes.filter(({ width, height }) => !(width > 100 && height > 100))).toEqual([]);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  describe.each(["claims.html", "gallery.html"])("%s", (file) => {
    test.each([1280, 390])("at %i pixels loads itself and nothing else, and nothing sticks out", async (width) => {
      const { page, wrong, requested } = await open(width, file);
      expect(wrong).toEqual([]);
      expect(requested).toEqual([page.url()]);
      expect(await page.evaluate<Overflow>(findOverflow)).toEqual({ overflow: 0, parts: [] });
      await page.context().close();
    });

    test("every figure can be seen, its files be opened, and the other pages be reached", async () => {
      const { page, wrong } = await open(1280, file);
      const svgs = await page.locator("figure svg").all();
      expect(svgs.length).toBeGreaterThan(25);
      for (const svg of svgs) expect((await svg.boundingBox())?.width ?? 0).toBeGreaterThan(300);
      const sizes = await page.evaluate<ImageSize[]>(sizesOfImages);
      expect(sizes).toHaveLength(2 * svgs.length);
      expect(sizes.filter(({ width, height }) => !(width > 100 && height > 40))).toEqual([]);
      expect(await page.title()).toBe(await page.locator("h1").textContent());
      expect(wrong).toEqual([]);
      await page.locator("nav a").first().click();
      expect(await page.locator("h1").count()).toBe(1);
      expect(page.url()).toContain("index.html");
      await page.context().close();
    });
  });

  test("its headings make an outline: one title, its sections, a heading for each question", async () => {
    const { page } = await open(1280);
    expect(await page.title()).toBe(await page.locator("h1").textContent());
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.locator("h2").allTextContents()).toEqual([
      "All questions",
      "Question by question",
      "Points",
      "Methods",
      "The data",
    ]);
    expect(await page.locator("h3").allTextContents()).toEqual(
      expect.arrayContaining(report.results.questions.map(({ question }) => question.label)),
    );
    await page.context().close();
  });
});
