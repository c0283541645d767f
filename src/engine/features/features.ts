import { type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import type { RunControl } from '../training/runControl';
import { yieldToEventLoop } from '../watch/steps';
import type { FrozenPart } from '../../compile/frozen/frozenPart';
import { EngineError } from '../protocol/engineError';
import type { FeatureRows } from './featureRows';
import type { Guard } from '../backend/guard';
import type { Share } from '../protocol/share';

/** Pictures that go through the frozen part at once. */
const atOnce = 16;

/** A picture to compute: its sample, and the epoch whose random changes it gets. */
export interface Wanted {
  readonly id: string;
  readonly sample: number;
  readonly epoch: number;
}

interface Work {
  /** The frozen part's outputs for samples as an epoch sees them. */
  compute(samples: Uint32Array, epoch: number): Tensor[];
  keep(id: string, values: Float32Array<ArrayBuffer>): void;
  readonly guard: Guard;
  readonly control: Pick<RunControl, 'stopped' | 'gate'>;
  progress(share: Share): void;
}

/** Wanted pictures in batches of one epoch each, in their order. */
function batches(wanted: readonly Wanted[]): readonly (readonly Wanted[])[] {
  const parts: Wanted[][] = [];
  for (const each of wanted) {
    const last = parts.at(-1);
    if (last !== undefined && last.length < atOnce && last[0]!.epoch === each.epoch) last.push(each);
    else parts.push([each]);
  }
  return parts;
}

/** Computes features and keeps them picture by picture, until it is stopped; the seconds that it took. */
export async function computeFeatures(wanted: readonly Wanted[], work: Work): Promise<number> {
  const begun = performance.now();
  let done = 0;
  for (const part of batches(wanted)) {
    await work.control.gate();
    if (work.control.stopped) break;
    work.progress({ done, total: wanted.length });
    const samples = Uint32Array.from(part, ({ sample }) => sample);
    const outputs = tidy(() => work.compute(samples, part[0]!.epoch));
    const values = await work.guard
      .watch(Promise.all(outputs.map((output) => output.data<'float32'>())))
      .finally(() => outputs.forEach((output) => output.dispose()));
    const sizes = values.map(({ length }) => length / part.length);
    part.forEach(({ id }, row) => {
      const own = new Float32Array(sizes.reduce((sum, size) => sum + size, 0));
      let to = 0;
      values.forEach((all, index) => {
        own.set(all.subarray(row * sizes[index]!, (row + 1) * sizes[index]!), to);
        to += sizes[index]!;
      });
      work.keep(id, own);
    });
    done += part.length;
    await yieldToEventLoop();
  }
  work.progress({ done: wanted.length, total: wanted.length });
  return (performance.now() - begun) / 1000;
}

/** Rows of features as the second half of the model takes them: one tensor per layer on the boundary. */
export function featureTensors(
  rows: FeatureRows,
  ids: readonly string[],
  { numbers }: FrozenPart,
  shapes: readonly (readonly number[])[],
): readonly Tensor[] {
  const row = new Float32Array(numbers);
  const sizes = shapes.map((shape) => shape.reduce((product, axis) => product * axis, 1));
  const all = sizes.map((size) => new Float32Array(size * ids.length));
  ids.forEach((id, place) => {
    if (!rows.has(id)) throw new EngineError({ code: 'failed', data: { detail: `No features of ${id}.` } });
    rows.read(id, row);
    let from = 0;
    sizes.forEach((size, index) => {
      all[index]!.set(row.subarray(from, from + size), place * size);
      from += size;
    });
  });
  return shapes.map((shape, index) => tensor(all[index]!, [ids.length, ...shape], 'float32'));
}
