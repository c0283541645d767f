import { type Result, done, refused } from '../../document/result';
import { isWeightFileError } from '../../formats/weights/weightFile';
import { WeightsMismatch } from '../../formats/weights/weightTensors';
import type { ImportTrouble } from '../importer';
import type { OnnxLayers } from '../onnxLayers';
import { Unfit } from './conversion';
import { convert } from './convert';
import { OnnxBeside, OnnxDamaged, OnnxType, type OnnxGraph } from './file/onnxGraph';
import { sharedDrafts } from './sharedDrafts';
import { weightFiles } from './weightFiles';

function troubleOf(error: unknown, name: string): ImportTrouble {
  if (error instanceof Unfit) return error.trouble;
  if (error instanceof OnnxBeside) {
    return { code: 'weightFile', where: null, data: { code: 'missingShard', name, shard: error.location } };
  }
  if (error instanceof OnnxType) {
    const type = `ONNX ${error.type}`;
    return {
      code: 'weightFile',
      where: null,
      data: { code: 'unsupportedType', name: `${name}: ${error.tensor}`, type },
    };
  }
  // Sizes that no memory holds, or that do not fit each other, are those of a damaged file.
  const isDamaged = [OnnxDamaged, WeightsMismatch, RangeError].some((kind) => error instanceof kind);
  if (isDamaged) return { code: 'weightFile', where: null, data: { code: 'truncated', name } };
  if (isWeightFileError(error)) return { code: 'weightFile', where: null, data: error.trouble };
  throw error;
}

/** What `work` gives, or why the file `name` is not taken. */
async function orTrouble<T>(name: string, work: () => Promise<T>): Promise<Result<T, ImportTrouble>> {
  try {
    return done(await work());
  } catch (error) {
    return refused(troubleOf(error, name));
  }
}

/** The layers of what `read` gives, which may throw what reading the file `name` throws. */
export const layersOf = (
  read: () => Promise<OnnxGraph>,
  { name, title }: { readonly name: string; readonly title: string },
): Promise<Result<OnnxLayers, ImportTrouble>> =>
  orTrouble(name, async () => {
    const converted = convert(await read(), title);
    const drafts = converted.drafts.map((draft) => ({
      name: draft.name,
      weights: draft.weights.map(({ shape, values }) => ({ shape, values })),
    }));
    return {
      graph: converted.graph,
      shares: sharedDrafts(converted),
      weightFiles: (plan) => orTrouble(name, () => weightFiles(plan, drafts)),
      end: () => undefined,
    };
  });
