import {decodeEnsembles} from "../lib/trees/decodeTrees.js";

/** What the worker tells of the bytes it was given. */
export type DecodeNews = {readonly ensembles: ReturnType<typeof decodeEnsembles>} | {readonly problem: string};

/** A worker's script: decodes trees, which takes long enough to be felt, and hands their arrays over without a copy. */
addEventListener("message", ({data}: MessageEvent<ArrayBuffer>) => {
  try {
    const ensembles = decodeEnsembles(new Uint8Array(data));
    const arrays = ensembles.flatMap((trees) => Object.values(trees).filter((value) => ArrayBuffer.isView(value)));
    tell({ensembles}, [...new Set(arrays.map(({buffer}) => buffer as ArrayBuffer))]);
  } catch (error) {
    tell({problem: (error as Error).message});
  }
});

function tell(news: DecodeNews, transfer: Transferable[] = []): void {
  postMessage(news, {transfer});
}
