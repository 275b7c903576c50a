import {readdir, readFile, rm, writeFile} from "node:fs/promises";
import path from "node:path";
import {build, type Metafile, type Plugin} from "esbuild";

const MODULES = "_import"; // where Framework puts the site's own
const NAMED = /(?<=")\.\/_import\/[^"]+\.js(?=")/g; // as a page names them
const WORKER = /import\.meta\.resolve\("\.\/([^"]+)"\)/g;
const PRELOAD = /<link rel="modulepreload" href="\.\/_import\/[^"]+">\n/g;

/**
 * Joins the site's own modules into few: Framework ships each file as it is, and a page of a hundred small ones waits for
 * a hundred answers. What several parts share, and what is imported only when it is needed, stays apart.
 *
 * Modules of packages stay as Framework bundled them. Pages are changed to name the new files.
 *
 * @param folder of a site as Framework built it
 * @throws Error if a module cannot be read
 */
export async function bundleModules(folder: string): Promise<void> {
  const files = await readdir(folder, {recursive: true});
  const modules = files.filter((file) => file.startsWith(MODULES) && file.endsWith(".js"));
  const pages = await Promise.all(
    files
      .filter((file) => file.endsWith(".html"))
      .map(async (file) => ({file: path.join(folder, file), html: await readFile(path.join(folder, file), "utf8")}))
  );
  const asked = new Set(pages.flatMap(({html}) => scriptsOf(html).match(NAMED) ?? []));
  for (const module of modules) {
    const source = await readFile(path.join(folder, module), "utf8");
    for (const [, worker] of source.matchAll(WORKER)) asked.add(`./${path.join(path.dirname(module), worker)}`);
  }
  if (asked.size === 0) return;
  const {metafile} = await build({
    absWorkingDir: path.resolve(folder),
    entryPoints: [...asked].sort(),
    outdir: MODULES,
    entryNames: "[name]", // it holds a hash; one folder, so that paths to packages and workers are the same everywhere
    chunkNames: "shared.[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    format: "esm",
    target: "es2022",
    logLevel: "silent",
    plugins: [packagesStay]
  });
  for (const module of modules) await rm(path.join(folder, module));
  for (const {file, html} of pages) await writeFile(file, nameBundles(html, metafile));
}

/** What is not the site's own is imported from where it is. */
const packagesStay: Plugin = {
  name: "packages stay",
  setup({onResolve}) {
    onResolve({filter: /\/_(node|npm|observablehq)\//}, ({path: named}) => ({
      path: named.replace(/^(\.\.\/)+/, "../"),
      external: true
    }));
  }
};

const scriptsOf = (html: string) => html.slice(html.indexOf('<script type="module">'));
const bundleOf = (module: string) => `./${MODULES}/${path.basename(module)}`;

/** A page that imports bundles, and fetches at once all that they import at once. */
function nameBundles(html: string, {outputs}: Metafile): string {
  const wanted = new Set<string>();
  const want = (bundle: string) => {
    if (wanted.has(bundle)) return;
    wanted.add(bundle);
    for (const {path: imported, kind, external} of outputs[bundle.slice(2)].imports) {
      if (kind === "import-statement" && !external) want(`./${imported}`);
    }
  };
  for (const module of scriptsOf(html).match(NAMED) ?? []) want(bundleOf(module));
  const links = [...wanted].map((bundle) => `<link rel="modulepreload" href="${bundle}">\n`).join("");
  let written = false;
  return html
    .replace(PRELOAD, () => {
      if (written) return "";
      written = true;
      return links;
    })
    .replace(NAMED, (module) => (wanted.has(module) ? module : bundleOf(module)));
}
