import JSZip from "jszip";

/**
 * An archive of JSON files, for a loader entry that makes many: the same data give the same bytes.
 *
 * Nothing is compressed: Framework takes the files out again, and a host compresses what it sends.
 *
 * @param files data by the file's name, without ".json"
 */
export async function zipJson(files: Readonly<Record<string, unknown>>): Promise<Buffer> {
  const archive = new JSZip();
  for (const [name, data] of Object.entries(files)) {
    archive.file(`${name}.json`, JSON.stringify(data), {date: new Date(0), createFolders: false});
  }
  return archive.generateAsync({type: "nodebuffer"});
}
