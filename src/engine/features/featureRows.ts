/** Bytes of features in memory at most, of all models together. */
export const mostInMemory = 768 * 2 ** 20;

/** Features on disk, all of one model; every row has as many numbers. */
export interface FeatureFile {
  readonly ids: ReadonlyMap<string, number>;
  /** Seconds that computing one picture took; 0 while it is not known. */
  readonly secondsPerPicture: number;
  read(place: number, into: Float32Array<ArrayBuffer>): void;
  /** The wanted rows that are there, in long reads: each is an array of its own. */
  readMany(wanted: ReadonlySet<string>, take: (id: string, values: Float32Array<ArrayBuffer>) => void): void;
  /** Throws a `QuotaExceededError` when the disk is full; rows of the last moments are then not in it. */
  append(id: string, values: Float32Array<ArrayBuffer>): void;
  /** Makes what was appended last; throws as `append` does, and what was saved before is still there. */
  save(secondsPerPicture: number): void;
  /** Lets go of the file. */
  close(): void;
}

/** Where features outlive the page; null where the browser gives no such place, or another page holds the file. */
export interface FeatureDisk {
  open(key: string, numbers: number): Promise<FeatureFile | null>;
}

/** Features of pictures by id, each a row of numbers. */
export interface FeatureRows {
  readonly where: 'memory' | 'disk';
  has(id: string): boolean;
  /** Puts a row at the beginning of `into`. */
  read(id: string, into: Float32Array<ArrayBuffer>): void;
}

/** Computed features of this session by key, the latest last. */
export class FeatureMemory {
  private readonly models = new Map<string, Map<string, Float32Array<ArrayBuffer>>>();
  /** Seconds per picture by key. */
  readonly pace = new Map<string, number>();

  /** Rows of one model, of so many numbers; those of others make room for what is missing of the wanted ones. */
  rows(key: string, numbers: number, wanted: ReadonlySet<string>): Map<string, Float32Array<ArrayBuffer>> {
    const own = this.models.get(key) ?? new Map<string, Float32Array<ArrayBuffer>>();
    const bytes = [...wanted].filter((id) => !own.has(id)).length * numbers * 4;
    this.models.delete(key);
    for (const other of this.models.keys()) {
      if (this.bytes() + bytes > mostInMemory) this.models.delete(other);
    }
    this.models.set(key, own);
    if (this.bytes() + bytes > mostInMemory) for (const id of own.keys()) if (!wanted.has(id)) own.delete(id);
    return own;
  }

  private bytes(): number {
    return [...this.models.values()].reduce((sum, rows) => {
      const [first] = rows.values();
      return sum + rows.size * (first?.byteLength ?? 0);
    }, 0);
  }
}
