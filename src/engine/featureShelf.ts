import type { FeatureDisk, FeatureFile, FeatureMemory, FeatureRows } from './featureRows';

/** Features of one model, in memory where they fit and on disk where there is one. */
export interface Shelf extends FeatureRows {
  /** Seconds that computing one picture took. */
  readonly seconds: number;
  /** False when there is no room left for it. */
  keep(id: string, values: Float32Array<ArrayBuffer>): boolean;
  pace(secondsPerPicture: number): void;
  /** Everything wanted is there: what was computed outlives the page. */
  save(): void;
  /** Nothing is read any more. */
  close(): void;
}

interface Wish {
  readonly key: string;
  readonly numbers: number;
  /** The pictures that are needed. */
  readonly ids: ReadonlySet<string>;
  readonly memory: FeatureMemory;
  readonly disk: FeatureDisk | null;
  /** Bytes that memory takes. */
  readonly most: number;
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';

/** Rows that are only on disk are read for every batch. */
function onDisk(file: FeatureFile, numbers: number): Shelf {
  let seconds = file.secondsPerPicture;
  return {
    where: 'disk',
    get seconds() {
      return seconds;
    },
    has: (id) => file.ids.has(id),
    read: (id, into) => file.read(file.ids.get(id)!, into.subarray(0, numbers)),
    keep(id, values) {
      try {
        file.append(id, values);
        return true;
      } catch (error) {
        if (isFull(error)) return false;
        throw error;
      }
    },
    pace: (perPicture) => (seconds = perPicture),
    save: () => file.save(seconds),
    close: () => file.close(),
  };
}

function inMemory(file: FeatureFile | null, { key, numbers, ids, memory }: Wish): Shelf {
  const rows = memory.rows(key, ids.size * numbers * 4, ids);
  for (const [id, place] of file?.ids ?? []) {
    if (rows.has(id) || !ids.has(id)) continue;
    const values = new Float32Array(numbers);
    file!.read(place, values);
    rows.set(id, values);
  }
  let writable = file !== null;
  let seconds = memory.pace.get(key) ?? file?.secondsPerPicture ?? 0;
  return {
    where: 'memory',
    get seconds() {
      return seconds;
    },
    has: (id) => rows.has(id),
    read: (id, into) => into.set(rows.get(id)!),
    keep(id, values) {
      rows.set(id, values);
      if (!writable) return true;
      try {
        file!.append(id, values);
      } catch (error) {
        // The disk is full: what is in memory serves this session all the same.
        if (!isFull(error)) throw error;
        writable = false;
      }
      return true;
    },
    pace(perPicture) {
      seconds = perPicture;
      memory.pace.set(key, perPicture);
    },
    save: () => file?.save(seconds),
    close: () => file?.close(),
  };
}

/** The shelf for a model's features; null when they fit nowhere. */
export async function openRows(wish: Wish): Promise<Shelf | null> {
  const file = (await wish.disk?.open(wish.key, wish.numbers)) ?? null;
  if (wish.ids.size * wish.numbers * 4 <= wish.most) return inMemory(file, wish);
  return file === null ? null : onDisk(file, wish.numbers);
}
