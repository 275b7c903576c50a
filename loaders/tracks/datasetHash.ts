import {createHash} from "node:crypto";

/**
 * A short name for a dataset: the first 12 hex digits of the SHA-256 over a line `sha256  name` a file, in order. The
 * name counts because it can carry the decade; whether the file was gzipped does not.
 *
 * @param extra further lines that decide the content, such as the number of tracks drawn for the demo
 */
export function datasetHash(files: readonly {name: string; sha256: string}[], extra: readonly string[] = []): string {
  const lines = files.map(({name, sha256}) => `${sha256}  ${name.replace(/\.gz$/i, "")}`);
  return createHash("sha256")
    .update([...lines, ...extra].join("\n"))
    .digest("hex")
    .slice(0, 12);
}
