import type { FeatureDisk, FeatureFile, FeatureMemory, FeatureRows } from './featureRows';
import { fits } from './rowsFile';

/** Features of one model, in memory where they fit and on disk where there is one. */
export interface FeatureStore extends FeatureRows {
  /** Seconds that computing one picture took. */
  readonly seconds: number;
  /** There was no room on the disk for all of it: some of it ends with this page. */
  readonly full: boolean;
  /** False when there is no room left for it. */
  keep(id: string, values: Float32Array<ArrayBuffer>): boolean;
  pace(secondsPerPicture: number): void;
  /** What was computed outlives the page, as far as there is room; false when it is not even there for this one. */
  save(): boolean;
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

/** Rows that are only on disk are read for every batch. */
function onDisk(file: FeatureFile, numbers: number): FeatureStore {
  let seconds = file.secondsPerPicture;
  return {
    where: 'disk',
    full: false,
    get seconds() {
      return seconds;
    },
    has: (id) => file.ids.has(id),
    read: (id, into) => file.read(file.ids.get(id)!, into.subarray(0, numbers)),
    keep: (id, values) => fits(() => file.append(id, values)),
    pace: (perPicture) => (seconds = perPicture),
    save: () => fits(() => file.save(seconds)),
    close: () => file.close(),
  };
}

function inMemory(file: FeatureFile | null, { key, numbers, ids, memory }: Wish): FeatureStore {
  const rows = memory.rows(key, numbers, ids);
  file?.readMany(new Set([...ids].filter((id) => !rows.has(id))), (id, values) => rows.set(id, values));
  let full = false;
  let seconds = memory.pace.get(key) ?? file?.secondsPerPicture ?? 0;
  return {
    where: 'memory',
    get seconds() {
      return seconds;
    },
    get full() {
      return full;
    },
    has: (id) => rows.has(id),
    read: (id, into) => into.set(rows.get(id)!),
    keep(id, values) {
      rows.set(id, values);
      // When the disk is full, what is in memory serves this session all the same.
      if (file !== null && !full) full = !fits(() => file.append(id, values));
      return true;
    },
    pace(perPicture) {
      seconds = perPicture;
      memory.pace.set(key, perPicture);
    },
    save() {
      if (file !== null && !fits(() => file.save(seconds))) full = true;
      return true;
    },
    close: () => file?.close(),
  };
}

/** The shelf for a model's features; null when they fit nowhere. */
export async function openRows(wish: Wish): Promise<FeatureStore | null> {
  const file = (await wish.disk?.open(wish.key, wish.numbers)) ?? null;
  if (wish.ids.size * wish.numbers * 4 <= wish.most) return inMemory(file, wish);
  return file === null ? null : onDisk(file, wish.numbers);
}
