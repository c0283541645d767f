import type { Plan } from '../../compile/plan';
import type { OptimizerChoice } from '../../document/training/trainingChoices';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { BuiltModel } from './model';
import { initialise, setWeights } from './trainableModel';
import type { WeightOrigin } from '../protocol/model';
import type { WeightImport } from '../protocol/protocol';
import type { WeightData } from '../protocol/weights';
import type { Surroundings } from '../surroundings';
import { matchWeights } from '../../pretrained/matching/match';
import { openFiles } from './openFiles';
import { type OptimizerStart, optimizerStart } from './starts/optimizerStart';
import type { TensorPlaces } from './starts/tensorPlaces';
import { type Loading, type PutWeights, type WeightSource, putWeights, startSources } from './weightFiles';

/** Files that were put into a model; `places`: into another state of it, of which weights are still there. */
export interface ImportedFiles {
  readonly files: readonly NamedBlob[];
  readonly places: TensorPlaces | null;
}

/** Where a model's weights start as its plan says it. */
export function originOf({ weightsFrom, steps }: Plan): 'pretrained' | 'drawn' {
  const named = weightsFrom !== undefined || steps.some((step) => step.weightsFrom !== undefined);
  return named ? 'pretrained' : 'drawn';
}

/** What the weights of a model start from: a file that was put in, given values, or the seed and the files that its plan names. */
export class WeightInitialisation {
  private project = '';
  private given: WeightData | null = null;
  private imported: ImportedFiles | null = null;
  /** Weights that are still as their file has them. */
  private untouched = new Set<string>();
  private fromFile: ReadonlySet<string> = new Set();

  constructor(private readonly surroundings: Surroundings) {}

  origin(plan: Plan): WeightOrigin {
    if (this.given !== null) return 'given';
    return this.imported === null ? originOf(plan) : 'imported';
  }

  /** Another model, of this project, which starts from these weights, else from a file that was put into it, else as its plan says. */
  forget(project: string, given: WeightData | null, imported: ImportedFiles | null): void {
    this.project = project;
    this.given = given;
    this.imported = imported;
    this.untouched.clear();
  }

  /** Puts the first weights into a model. Throws what `startSources` and `putWeights` throw; the model is then of no use. */
  async put(built: BuiltModel, seed: number, stopped: AbortSignal): Promise<void> {
    if (this.given !== null) {
      setWeights(built, this.given);
      return;
    }
    const sources = this.imported === null ? null : [sourceOf(built, this.imported.files, this.imported.places)];
    if (this.untouched.size > 0 && this.untouched.size === this.fromFile.size) {
      initialise(built, seed, this.untouched);
      return;
    }
    const { untouched } = this;
    const results = await putWeights(built, sources ?? (await startSources(built.plan, this.surroundings)), {
      ...this.loading(stopped),
      // What a file will fill is not drawn first: of VGG16 that would be half a gigabyte for nothing.
      matched: (keys) => initialise(built, seed, new Set([...untouched, ...keys])),
    });
    this.note(results.flatMap(({ keys }) => keys));
  }

  /** Puts a file's weights into a model; `begun` is called when the first of them is changed. Throws what `putWeights` throws. */
  async import(
    built: BuiltModel,
    { files, byOrder = false }: WeightImport,
    stopped: AbortSignal,
    begun: () => void,
  ): Promise<PutWeights> {
    const { progress, ...loading } = this.loading(stopped);
    const noted: Loading['progress'] = (...step) => {
      begun();
      progress(...step);
    };
    const [result] = await putWeights(built, [{ ...sourceOf(built, files), unasked: byOrder }], {
      ...loading,
      progress: noted,
    });
    this.given = null;
    this.imported = { files, places: null };
    this.note(result!.keys);
    return result!;
  }

  /** What the file that was put in keeps of the optimizer; null where training has another. Throws what reading throws. */
  async optimizer(built: BuiltModel, choice: OptimizerChoice): Promise<OptimizerStart | null> {
    // It is in the order of the layers that were there.
    if (this.given !== null || this.imported === null || this.imported.places !== null) return null;
    const { weights: file } = await openFiles(this.surroundings, this.imported.files, neverStopped());
    try {
      return await optimizerStart(file, matchWeights(built.plan, file), built.weights, choice);
    } finally {
      file.close();
    }
  }

  /** Gives a model back what it had before a file was only half put in: `trained` weights, or those that it started from. */
  async giveBack(built: BuiltModel, trained: WeightData | null): Promise<void> {
    this.untouched.clear();
    if (trained === null) await this.put(built, built.run.seed, neverStopped());
    else setWeights(built, trained);
  }

  /** Training begins: what is not frozen will no longer be as its file has it. */
  touch({ weights }: BuiltModel): void {
    for (const { key, frozen } of weights) if (!frozen) this.untouched.delete(key);
  }

  private note(keys: readonly string[]): void {
    this.fromFile = new Set(keys);
    this.untouched = new Set(keys);
  }

  private loading(stopped: AbortSignal): Loading {
    const { project } = this;
    const { emit } = this.surroundings;
    return {
      stopped,
      open: (files) => openFiles(this.surroundings, files, stopped),
      progress: (name, done, total) => emit({ type: 'weights', name, done, total, project, runId: null }),
    };
  }
}

/** What must come to its end. */
export const neverStopped = (): AbortSignal => new AbortController().signal;

const sourceOf = (
  { plan }: BuiltModel,
  files: readonly NamedBlob[],
  places: TensorPlaces | null = null,
): WeightSource => ({
  ...(places ? { places } : {}),
  prefix: '',
  plan,
  files,
  whole: true,
  unasked: true,
});
