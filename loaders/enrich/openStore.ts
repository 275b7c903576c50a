import {mkdir, open, type FileHandle} from "node:fs/promises";
import {dirname} from "node:path";
import {InputError} from "../../lib/csv/InputError.js";
import {scanRecords} from "./scanRecords.js";
import {encodeRecord, type StoreRecord} from "./StoreRecord.js";

/** A store being written; one process at a time holds its folder's lock. */
export interface Store {
  /** Settles when the records are safely on the disk (fsync), whole and after all that was there. */
  add(records: readonly StoreRecord[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a store for writing, and reads all it holds. A record that was cut off when its process was killed is taken away.
 *
 * @param file in a folder that is made if need be
 * @param onTorn told how many bytes were taken away
 * @throws InputError if a record is not as it was written, or the disk cannot take one
 */
export async function openStore(
  file: string,
  onRecord: (record: StoreRecord) => void,
  onTorn?: (bytes: number) => void
): Promise<Store> {
  await mkdir(dirname(file), {recursive: true});
  const {wholeBytes, tornBytes, endsLine} = await scanRecords(file, onRecord);
  const handle = await open(file, "a");
  try {
    if (tornBytes > 0) {
      await handle.truncate(wholeBytes);
      onTorn?.(tornBytes);
    }
    if (!endsLine) await handle.appendFile("\n");
    await handle.sync();
    await syncFolder(dirname(file));
  } catch (error) {
    await handle.close();
    throw error;
  }
  return writer(handle, file);
}

function writer(handle: FileHandle, file: string): Store {
  let lines: string[] = []; // to be written next, together
  let next: Promise<void> | undefined;
  let last: Promise<void> = Promise.resolve();
  const write = async () => {
    next = undefined;
    const text = lines.join("");
    lines = [];
    try {
      await handle.appendFile(text);
      await handle.datasync();
    } catch (error) {
      const {code} = error as NodeJS.ErrnoException;
      throw new InputError(`expected room to write an answer; got ${code ?? String(error)}`, {file});
    }
  };
  return {
    add(records) {
      lines.push(...records.map(encodeRecord));
      next ??= last = last.then(write); // after a write that failed none follows: its line may be cut off
      return next;
    },
    async close() {
      await last.catch(() => undefined);
      await handle.close();
    }
  };
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().catch(() => undefined); // some systems cannot sync a folder
  await handle.close();
}
