import { resolvedLosses } from '../../../compile/fittingLoss';
import { layerNames } from '../../../compile/layerNames';
import { type Plan, preprocessingFor, runnable } from '../../../compile/plan';
import { fixedBatch, stateful } from '../../../compile/stateful';
import { builtInFacts } from '../../../data/catalogue';
import { compatibilityOf } from '../../../data/compatibility';
import type { DataTrouble } from '../../../data/fitting';
import { type Dataset, type DatasetKind, factsOf } from '../../../data/dataset';
import { type Targets, targetsFor } from '../../../data/targets';
import type { Training } from '../../../document/training';
import { isPhotos } from '../../../document/training/datasetIds';
import type { LossName, LossSettings } from '../../../document/training/losses';
import type { MetricName } from '../../../document/training/metrics';
import type { ExportedModel } from '../../exporter';

/** An input by its layer's name in the project, and the shape in which samples go into it. */
export interface ProjectInput {
  readonly name: string;
  readonly shape: readonly (number | null)[];
}

/** An output with what judges it. */
export interface ProjectOutput {
  readonly name: string;
  readonly units: number;
  readonly loss: LossName;
  readonly lossSettings: LossSettings;
  readonly weight: number;
  readonly metrics: readonly MetricName[];
  readonly targets: Targets;
}

/** What the project's scripts are written by. */
export interface ProjectFacts {
  readonly document: ExportedModel['document'];
  readonly plan: Plan;
  readonly training: Training;
  readonly inputs: readonly ProjectInput[];
  readonly outputs: readonly ProjectOutput[];
  /** What the samples are. */
  readonly kind: DatasetKind;
  /** Shape of a sample as it is stored; null where it is not known. */
  readonly sampleShape: readonly number[] | null;
  /** `stored`: in the project; `photos`: a folder per class; `own`: a file to be made. */
  readonly source: 'stored' | 'photos' | 'own';
  readonly dataset: Dataset | null;
  /** Why the document's data are not in the project though they are here. */
  readonly misfit: DataTrouble | null;
  readonly mode: ReturnType<typeof preprocessingFor>;
  readonly augments: boolean;
  readonly stateful: boolean;
  readonly batchSize: number;
}

function pictureShape(plan: Plan): boolean {
  const [input] = plan.inputs;
  const shape = plan.shapes[input ?? ''] ?? [];
  const [height, width, channels] = shape;
  const sized = height != null && width != null && channels != null && [1, 3, 4].includes(channels);
  return plan.inputs.length === 1 && shape.length === 3 && sized;
}

/** What kind of samples an input takes, where no dataset says it. */
function kindOf(plan: Plan): DatasetKind {
  const [input = ''] = plan.inputs;
  const shape = plan.shapes[input] ?? [];
  const words = plan.steps.some(({ inputs, call }) => inputs.includes(input) && call.traits.vocabulary !== undefined);
  if (words) return 'text';
  return ({ 1: 'numbers', 2: 'series', 3: 'images', 4: 'video' } as const)[shape.length] ?? 'numbers';
}

/** Targets as the loss compares with them, where no dataset says what they are. */
function assumed(loss: LossName, units: number): Targets {
  const classes = { kind: 'classes', classes: units === 1 ? 2 : units } as const;
  return targetsFor(loss, units, { kind: 'numbers', units }) ?? targetsFor(loss, units, classes) ?? 'oneHot';
}

/** Facts of a model and the data that is here for it, if any; of data that every editor has, enough is known without them. */
export function projectFacts({ document, plan }: ExportedModel, dataset: Dataset | null): ProjectFacts {
  const { training } = document;
  const names = layerNames(plan.steps);
  const known = dataset ? factsOf(dataset) : builtInFacts(training.dataset);
  const fit = runnable(plan) && known ? compatibilityOf(plan, training, known) : null;
  const fitting = fit !== null && 'feeds' in fit ? fit : null;
  const photos = fitting === null && pictureShape(plan) && !plan.steps.some(({ call }) => call.traits.stateful);
  const kind = fitting ? known!.kind : kindOf(plan);
  const inputs = plan.inputs.map((name) => ({
    name: names.get(name)!,
    shape: fitting?.feeds.find(({ input }) => input === name)?.shape ?? plan.shapes[name] ?? [],
  }));
  const outputs = resolvedLosses(plan, training).map(
    ({ output, loss, lossSettings, weight, metrics }): ProjectOutput => {
      const shape = plan.shapes[output] ?? [];
      const units = shape.at(-1) ?? 1;
      const targets = fitting?.heads.find((head) => head.output === output)?.targets ?? assumed(loss, units);
      return { name: names.get(output)!, units, loss, lossSettings, weight, metrics, targets };
    },
  );
  return {
    document,
    plan,
    training,
    inputs,
    outputs,
    kind,
    sampleShape: fitting ? known!.shape : null,
    source: fitting && dataset ? 'stored' : photos ? 'photos' : 'own',
    dataset: fitting ? dataset : null,
    misfit: fit !== null && 'code' in fit ? fit : null,
    mode: preprocessingFor(plan, training.preprocessing),
    augments: training.augmentation.enabled && kind === 'images' && inputs.every(({ shape }) => shape.length === 3),
    stateful: stateful(plan),
    batchSize: fixedBatch(plan) ?? training.batchSize,
  };
}

/** Does the document say that its samples are photos of a folder? */
export const namesPhotos = ({ dataset }: Training) => isPhotos(dataset);

/** Class numbers instead of rows: where nothing but the share of right answers is measured. */
export const isSparse = ({ loss, targets, units, metrics }: ProjectOutput) =>
  loss === 'sparseCategoricalCrossentropy' &&
  targets === 'oneHot' &&
  units > 1 &&
  metrics.every((name) => name === 'accuracy');
