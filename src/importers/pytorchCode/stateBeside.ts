import { type Result, done, refused } from '../../document/result';
import { type NamedBlob, isWeightFileError } from '../../formats/weights/weightFile';
import { readStateDict, torchKind } from '../../formats/weights/torch/readStateDict';
import { unwrapped } from '../../formats/weights/torch/torchLayers';
import type { ImportTrouble } from '../importer';
import type { NumbersOf } from './trace/trace';

/** Weights that were given together with code. */
export interface GivenState {
  readonly numbersOf: NumbersOf;
  /** Names that were asked for and are not there, or in another size. */
  missing(): readonly string[];
}

/** The weights of the first file of PyTorch among these; null where there is none. Never throws. */
export async function stateBeside(files: readonly NamedBlob[]): Promise<Result<GivenState | null, ImportTrouble>> {
  try {
    for (const file of files) {
      if ((await torchKind(file)) === null) continue;
      const numbers = new Map<string, Float32Array>();
      for (const [name, record] of await readStateDict(file)) numbers.set(name, await record.read());
      const missing = new Set<string>();
      const names = unwrapped([...numbers.keys()]);
      const own = new Map([...numbers].map(([name, values]) => [names.get(name)!, values] as const));
      return done({
        numbersOf(name, count) {
          const found = numbers.get(name) ?? own.get(name);
          if (found?.length === count) return found;
          missing.add(name);
          return null;
        },
        missing: () => [...missing],
      });
    }
    return done(null);
  } catch (error) {
    if (isWeightFileError(error)) return refused({ code: 'weightFile', where: null, data: error.trouble });
    throw error;
  }
}
