import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { readingThread } from '../../src/cli/reading/openInThread';
import { randomNumbers } from '../../src/data/random';
import { type Patience, openApart } from '../../src/formats/weights/reading/openApart';
import type { FromReader, ReaderWire } from '../../src/formats/weights/reading/readingProtocol';
import { type FileLayer, type FileTensor, WeightFileError } from '../../src/formats/weights/weightFile';

/** What came of reading: how many were opened and read, refused in words by code, and thrown without words. */
export interface Counts {
  opened: number;
  readonly refused: Record<string, number>;
  readonly undeclared: string[];
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Bit flips, a cut, and two blocks that change places, one of them or all. */
function mutated(original: Bytes, random: () => number): Bytes {
  let bytes = original.slice();
  const below = (end: number) => Math.floor(random() * end);
  // Most of a file are values: half of the changes are made where its structure is.
  const place = () => below(random() < 0.5 ? Math.min(bytes.length, 16_384) : bytes.length);
  const kind = below(4);
  if (kind !== 1) for (let count = 1 + below(3); count > 0; count--) bytes[place()]! ^= 1 << below(8);
  if (kind === 2 || kind === 3) {
    const length = 1 + below(64);
    const [one, other] = [place(), place()];
    const kept = bytes.slice(one, one + length);
    bytes.copyWithin(one, other, other + length);
    bytes.set(kept.subarray(0, Math.max(0, bytes.length - other)), other);
  }
  if (kind === 1 || (kind === 3 && random() < 0.3)) bytes = bytes.slice(0, below(bytes.length));
  return bytes;
}

interface Thread {
  readonly worker: Worker;
  readonly folder: string;
  used: number;
  ready: boolean;
  heard: (message: FromReader) => void;
  died: () => void;
}

function begun(): Thread {
  const folder = mkdtempSync(join(tmpdir(), 'deepbrick-mutated-'));
  const worker = readingThread(folder);
  const thread: Thread = { worker, folder, used: 0, ready: false, heard() {}, died() {} };
  worker.on('message', (message: FromReader) => {
    thread.ready = true;
    thread.heard(message);
  });
  for (const event of ['error', 'exit']) worker.on(event, () => thread.died());
  return thread;
}

/** One thread for many files, as long as it answers: to start one takes longer than to read a file. */
class Threads {
  private thread: Thread | null = null;

  wire(): ReaderWire {
    // A library that failed inside may fail again: not for long.
    if (this.thread !== null && this.thread.used >= 25) this.end();
    this.thread ??= begun();
    const own = this.thread;
    own.used += 1;
    return {
      send: (message, transfer) => own.worker.postMessage(message, [...transfer]),
      listen(heard, died) {
        Object.assign(own, { heard, died });
        if (own.ready) heard({ type: 'ready' });
      },
      end: () => void Object.assign(own, { heard() {}, died() {} }),
    };
  }

  end(): void {
    if (this.thread === null) return;
    const { worker, folder } = this.thread;
    this.thread = null;
    void worker.terminate().then(() => rmSync(folder, { recursive: true, force: true }));
  }
}

const tensorsIn = ({ tensors, layers }: FileLayer): readonly FileTensor[] => [...tensors, ...layers.flatMap(tensorsIn)];

/** Some pieces of each tensor: a file can say that it has millions of them. */
async function read(layers: readonly FileLayer[]): Promise<void> {
  for (const tensor of layers.flatMap(tensorsIn).slice(0, 50)) {
    let pieces = 0;
    for await (const piece of tensor.pieces()) if (piece.length === 0 || ++pieces === 4) break;
  }
}

/** Reads `count` mutations of a file; `others` go with it as they are. */
export async function mutations(
  name: string,
  original: Bytes,
  others: readonly string[],
  count: number,
  seed: number,
  patience: Patience = {},
): Promise<Counts> {
  const random = randomNumbers(seed);
  const counts: Counts = { opened: 0, refused: {}, undeclared: [] };
  const threads = new Threads();
  const folder = mkdtempSync(join(tmpdir(), 'deepbrick-mutated-'));
  const path = join(folder, 'file');
  try {
    for (let index = 0; index < count; index++) {
      writeFileSync(path, mutated(original, random));
      const files = [{ name, path }, ...others.map((other) => ({ name: other.split('/').at(-1)!, path: other }))];
      try {
        const { weights } = await openApart(threads.wire(), files, undefined, patience);
        await read(weights.layers);
        weights.close();
        counts.opened += 1;
      } catch (error) {
        const code = error instanceof WeightFileError ? error.trouble.code : null;
        if (code === null) counts.undeclared.push(String(error));
        else counts.refused[code] = (counts.refused[code] ?? 0) + 1;
        if (code === null || code === 'noAnswer' || code === 'noReader') threads.end();
      }
    }
    return counts;
  } finally {
    threads.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

const data = resolve(import.meta.dirname, '../../../shared/data/import');
/** A real file of each format, with the files beside it. */
export const originals: readonly (readonly [path: string, others: readonly string[]])[] = [
  [join(data, 'keras/mlp_bn_keras215.h5'), []],
  [join(data, 'keras/mnist_reu.weights.h5'), []],
  [join(data, 'keras/mnist_cnn_subhadip.keras'), []],
  [
    join(data, 'tfjs/xor_keras216/model.json'),
    ['group1-shard1of1', 'group2-shard1of1'].map((name) => join(data, 'tfjs/xor_keras216', name)),
  ],
];

/** `npx tsx e2e/measure/mutatedWeights.ts 2000 7`: so many of each file, with this seed. What takes for ever is ended, and counts as refused. */
if (process.argv[1]?.endsWith('mutatedWeights.ts')) {
  const [count = 200, seed = 1] = process.argv.slice(2).map(Number);
  for (const [path, others] of originals) {
    const start = performance.now();
    const name = path.split('/').at(-1)!;
    const counts = await mutations(name, new Uint8Array(readFileSync(path)), others, count, seed);
    console.log(name, JSON.stringify(counts), `${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
}
