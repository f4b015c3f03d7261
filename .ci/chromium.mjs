import { existsSync } from "node:fs";
import { aptInstall } from "./apt.mjs";

/** Where a Chromium or Chrome is; null where there is none. CHROMIUM_PATH names one elsewhere. */
export function chromiumPath() {
  const places = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ];
  return places.find((place) => place && existsSync(place)) ?? null;
}

export function installChromium() {
  return aptInstall(["chromium"], "Chromium") && chromiumPath() !== null;
}
