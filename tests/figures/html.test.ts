import { existsSync } from "node:fs";
import { pool } from "@acumeta/core";
import { forestPlot, toHtml } from "@acumeta/figures";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { syntheticEffects } from "./syntheticEffects.ts";

const executablePath = process.env.CHROMIUM_PATH || "/usr/bin/chromium";

describe.skipIf(!existsSync(executablePath))("a figure's page in Chromium, without a network", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
    const says = ({ study }: { readonly study: string }) => `week 8 of ${study}; outcomes.csv:3`;
    await page.setContent(await toHtml(forestPlot(pool(syntheticEffects(4)), { says })));
  }, 60_000);
  afterAll(() => browser?.close());

  test("a mark that is pointed at says its numbers and where they come from, and the study's name is marked", async () => {
    await page.locator("path[aria-label^='Trial 2']").hover();
    expect(await page.locator("#says").textContent()).toMatch(
      /^Trial 2 1991: .+, weight .+; week 8 of Trial 2 1991; outcomes\.csv:3$/,
    );
    expect(await page.locator("text.linked").allTextContents()).toEqual(["Trial 2 1991"]);
  });

  test("away from the marks it says nothing", async () => {
    await page.mouse.move(2, 2);
    expect(await page.locator("#says").isVisible()).toBe(false);
    expect(await page.locator(".linked").count()).toBe(0);
  });
});
