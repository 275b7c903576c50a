import {Presets, SingleBar} from "cli-progress";
import {ROOT} from "../root.js";
import {locateTracks, type Located} from "../tracks/locateTracks.js";

/** Locates the tracks and says on stderr which were taken; a download shows its progress there. */
export async function findTracks(): Promise<Located> {
  const bar = new SingleBar(
    {format: " {bar} {percentage}% {file}", stream: process.stderr, hideCursor: true, clearOnComplete: true},
    Presets.rect
  );
  const located = await locateTracks({
    env: process.env,
    root: ROOT,
    onProgress({file, receivedBytes, totalBytes}) {
      if (!bar.isActive) bar.start(totalBytes, 0, {file});
      bar.update(receivedBytes, {file});
    }
  }).finally(() => bar.stop());
  const {source, files} = located;
  console.warn(
    source === "demo" ? `tracks: ${located.tracks} synthetic ones` : `tracks: ${files.length} files (${source})`
  );
  return located;
}
