import {createHash} from "node:crypto";
import {readdir, readFile, writeFile} from "node:fs/promises";
import path from "node:path";

/**
 * Checks and finishes the pages Framework wrote.
 *
 * Each page gets its language, may be zoomed, loses the build's clock (so that the same inputs give the same bytes), and
 * carries a content security policy under which nothing but the site's own files loads and only its own inline scripts
 * run.
 *
 * @throws Error naming the pages that show an error (Framework exits with 0 for some of them), or a page without the
 *   places where its language and policy go
 */
export async function finishPages(folder: string): Promise<void> {
  const pages = (await readdir(folder, {recursive: true})).filter((file) => file.endsWith(".html"));
  const broken: string[] = [];
  for (const page of pages) {
    const file = path.join(folder, page);
    const html = await readFile(file, "utf8");
    if (html.includes("observablehq--error")) broken.push(page);
    await writeFile(file, finishPage(html, page));
  }
  if (broken.length > 0) throw new Error(`finishPages found an error on ${broken.join(", ")}`);
}

const ROOT_TAG = "<html>";
const CHARSET = '<meta charset="utf-8">';

/** One finished page; see `finishPages`. */
export function finishPage(html: string, page: string): string {
  for (const place of [ROOT_TAG, CHARSET]) {
    if (!html.includes(place)) throw new Error(`finishPages requires ${place} on ${page}`);
  }
  const finished = html
    .replace(ROOT_TAG, '<html lang="en">')
    .replace(", maximum-scale=1", "")
    .replace(/,"lastModified":\d+/g, "");
  return finished.replace(CHARSET, `${CHARSET}\n${policy(finished, page)}`);
}

/** What a page may ask besides the site itself, once its reader says so; and where it plays what a reader dropped. */
const MORE: Readonly<Record<string, {readonly connect: readonly string[]; readonly media: readonly string[]}>> = {
  "predict.html": {
    connect: ["https://api.reccobeats.com", "https://accounts.spotify.com", "https://api.spotify.com"],
    media: ["blob:"]
  }
};

function policy(html: string, page: string): string {
  const {connect = [], media = []} = MORE[page] ?? {};
  const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = inline.map(([, source]) => `'sha256-${createHash("sha256").update(source).digest("base64")}'`);
  const rules = [
    "default-src 'self'",
    `script-src 'self' ${hashes.join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    ["connect-src 'self'", ...connect].join(" "),
    ["media-src 'self'", ...media].join(" "),
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'"
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join("; ")}">`;
}
