import {format} from "d3-format";
import type {Provenance} from "../tracks/types.js";
import {escapeHtml} from "./escapeHtml.js";
import {PAGES} from "./pages.js";

const count = format(",");

/** The header of every page: name, pages, theme switch, and what the page was built on. */
export function pageHeader(provenance: Provenance, path: string): string {
  const here = path === "/index" ? "/" : path;
  const links = PAGES.map(
    (page) => `<a href="${page.path}"${page.path === here ? ' aria-current="page"' : ""}>${page.name}</a>`
  );
  return `<a class="skip-link" href="#observablehq-main">Skip to the content</a>
<div class="masthead"><a class="brand" href="/">TrackOracle</a><nav aria-label="Pages">${links.join("")}</nav>
<button class="theme-switch" type="button">Theme: auto</button></div>
${dataLine(provenance)}`;
}

function dataLine({synthetic, study, label, tracks, hash, source}: Provenance): string {
  const what = `<strong>${escapeHtml(study)}</strong>, ${count(tracks)} tracks, data <code>${escapeHtml(hash)}</code>`;
  if (!synthetic) return `<p class="data-line">Built on ${what} (${SOURCES[source]}); ${escapeHtml(label.short)}.</p>`;
  return `<p class="data-line data-line--synthetic" role="note"><strong>Synthetic demo.</strong> No real song is behind
any number on this page: ${what}, drawn by chance from a model of the real ones; ${escapeHtml(label.short)}. Build with a network, or with
<code>TRACKS=</code> your files, for real tracks.</p>`;
}

const SOURCES: Readonly<Record<Provenance["source"], string>> = {
  tracks: "files given to the build",
  raw: "files in data/raw",
  download: "downloaded, checksums verified",
  demo: "synthetic"
};
