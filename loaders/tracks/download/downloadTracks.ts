import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {withLock} from "../../store/withLock.js";
import {downloadFile} from "./downloadFile.js";
import type {FetchPartOptions} from "./fetchPart.js";
import {HIT_PREDICTOR_SOURCE, type PinnedSource} from "./hitPredictorSource.js";

/** How far a download is; bytes of all its files together. */
export interface DownloadProgress {
  readonly file: string; // the one being fetched
  readonly receivedBytes: number;
  readonly totalBytes: number;
}

export interface DownloadTracksOptions extends Omit<FetchPartOptions, "onBytes"> {
  source?: PinnedSource;
  onProgress?: (progress: DownloadProgress) => void;
}

/**
 * Downloads the pinned files into a folder: resumable, verified by SHA-256, each renamed into place when whole. What is
 * there already and right is kept. One process at a time; a mirror that is dead or stalls costs seconds.
 *
 * @param folder is made if need be
 * @returns the files' paths, in the source's order
 * @throws UnreachableError if no mirror serves a file; InputError if a hash is wrong or the disk cannot take it
 */
export async function downloadTracks(folder: string, options: DownloadTracksOptions = {}): Promise<string[]> {
  const {source = HIT_PREDICTOR_SOURCE, onProgress, ...fetching} = options;
  await mkdir(folder, {recursive: true});
  await withLock(folder, async () => {
    const totalBytes = source.files.reduce((sum, {bytes}) => sum + bytes, 0);
    const mirrors = [...source.mirrors];
    let doneBytes = 0;
    for (const file of source.files) {
      const onBytes = (bytes: number) => {
        onProgress?.({file: file.name, receivedBytes: doneBytes + bytes, totalBytes});
      };
      await downloadFile(file, folder, mirrors, {...fetching, onBytes});
      doneBytes += file.bytes;
    }
  });
  return source.files.map(({name}) => join(folder, name));
}
