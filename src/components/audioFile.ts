import {formatFeature} from "../lib/format/formatFeature.js";
import type {Sound} from "../lib/audio/AudioMeasures.js";
import {abortError} from "../lib/abortError.js";

/** What a browser does with files of sound; tests hand in their own. */
export interface AudioBrowser {
  /** Length in seconds, by a look at its head; NaN where it cannot be told. @throws if it cannot be played */
  readonly durationOf: (file: File) => Promise<number>;
  /** @throws if it cannot be decoded */
  readonly decode: (file: File) => Promise<Sound>;
}

const MEGABYTE = 1e6;
const MOST_BYTES = 200 * MEGABYTE;
const MOST_BYTES_UNTIMED = 20 * MEGABYTE; // where only decoding tells how long it is
const MOST_MS = 20 * 60_000;
const LEAST_MS = 1000; // less has neither loudness nor beat
const SAMPLE_RATE_HZ = 44_100; // all files are analysed at one

/**
 * Decodes a file of sound, after a look at how large and how long it is: what is decoded takes twenty times the room of
 * an mp3, all of it in memory. Nothing is sent anywhere.
 *
 * @throws Error naming the file, with what was expected and what came; or as the signal says
 */
export async function audioFile(file: File, signal: AbortSignal, browser: AudioBrowser = inBrowser): Promise<Sound> {
  const {name, size} = file;
  if (size === 0) throw new Error(`${name}: expected an audio file; got an empty one.`);
  if (size > MOST_BYTES) throw new Error(`${name}: expected ${megabytes(MOST_BYTES)} at most; got ${megabytes(size)}.`);
  const seconds = await orStop(
    browser.durationOf(file).catch((cause: unknown) => unreadable(name, cause)),
    signal
  );
  check(name, seconds);
  if (!Number.isFinite(seconds) && size > MOST_BYTES_UNTIMED)
    throw new Error(`${name}: expected a file that says how long it is, or ${megabytes(MOST_BYTES_UNTIMED)} at most; got ${megabytes(size)}.`); // prettier-ignore
  const sound = await orStop(
    browser.decode(file).catch((cause: unknown) => unreadable(name, cause)),
    signal
  );
  check(name, sound.channels[0].length / sound.sampleRateHz);
  return sound;
}

function check(name: string, seconds: number): void {
  const ms = 1000 * seconds;
  if (ms < LEAST_MS) throw new Error(`${name}: expected a second of sound or more; got ${seconds.toFixed(1)} s.`);
  if (ms > MOST_MS && Number.isFinite(ms))
    throw new Error(`${name}: expected ${time(MOST_MS)} at most, so that it fits into memory; got ${time(ms)}.`);
}

function unreadable(name: string, cause: unknown): never {
  throw new Error(
    `${name}: expected sound that this browser can decode (mp3, m4a, wav, flac or ogg); got something else, ` +
      "a damaged file, or one that is protected against copying.",
    {cause}
  );
}

/** A browser's decoding cannot be stopped; its answer need not be waited for. */
function orStop<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(abortError("cancelled"));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, {once: true});
    work.then(resolve, reject);
  });
}

const time = (ms: number) => `${formatFeature({unit: "ms"}, ms)} min`;
const megabytes = (bytes: number) => `${Math.ceil(bytes / MEGABYTE).toLocaleString("en")}\u00a0MB`;

const METADATA_MS = 10_000;

const inBrowser: AudioBrowser = {
  durationOf(file) {
    const audio = new Audio();
    const address = URL.createObjectURL(file);
    return new Promise<number>((resolve, reject) => {
      setTimeout(() => resolve(NaN), METADATA_MS);
      audio.addEventListener("loadedmetadata", () => resolve(audio.duration));
      audio.addEventListener("error", () => reject(new Error(audio.error?.message || "it cannot be played")));
      audio.preload = "metadata";
      audio.src = address;
    }).finally(() => {
      audio.removeAttribute("src");
      audio.load();
      URL.revokeObjectURL(address);
    });
  },
  async decode(file) {
    const bytes = await file.arrayBuffer();
    const audio = await new OfflineAudioContext(1, 1, SAMPLE_RATE_HZ).decodeAudioData(bytes);
    const channels = Array.from({length: audio.numberOfChannels}, (_, c) => audio.getChannelData(c).slice());
    return {channels, sampleRateHz: audio.sampleRate};
  }
};
