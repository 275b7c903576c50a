import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
];

/**
 * Finds a Chromium, or installs Debian's where that is possible (Linux, as root).
 *
 * @throws Error saying how to name one
 */
export function findChromium(): string {
  const found = [process.env.CHROMIUM, ...PLACES].find((place) => place && existsSync(place));
  if (found) return found;
  if (process.platform === "linux" && process.getuid?.() === 0) {
    execFileSync("apt-get", ["update"], {stdio: "inherit"});
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {stdio: "inherit"});
    return PLACES[0];
  }
  throw new Error("findChromium found no Chromium; install one, or set CHROMIUM=/path/to/chromium");
}
