import { downstream } from '../circle';
import type { Document, Edit } from '../document';
import { type Stage, stagesIn, stagesOf } from '../stages';
import type { Library } from '../template';
import { innerLayers, layersInside } from '../layersInside';
import { withLearningRate } from '../training/withLearningRate';
import type { TrunkTraining } from '../transferAdvice';
import { setParam, setTrainable } from './bricks';
import { type Shapes, trunkLayers, trunkOf } from './trunk';

/** What can be trained on below a head: a backbone as one brick, or the bricks that it is made of. */
export interface FineTuning {
  readonly trunk: string;
  readonly stages: readonly Stage[];
  readonly layers: readonly string[];
}

/** Stages and layers below the head of a model; null where there is nothing to train on. */
export function fineTuningOf(document: Document, library: Library, shapes: Shapes): FineTuning | null {
  const trunk = trunkOf(document, library, shapes);
  return trunk === null ? null : fineTuningBelow(document, library, trunk);
}

function fineTuningBelow(document: Document, library: Library, trunk: string): FineTuning | null {
  const { type, params } = document.nodes[trunk]!;
  const nested = library.bricks[type]?.nested !== undefined;
  const layers = nested ? layersInside(library, params) : trunkLayers(document, library, trunk);
  if (layers.length === 0) return null;
  const stages = nested ? stagesOf(library, params['architecture']) : outermost(document, layers);
  return { trunk, stages, layers };
}

/** Blocks of the trunk; where all of it lies in one block (an unfolded backbone), the blocks in that. */
function outermost(document: Document, layers: readonly string[]): readonly Stage[] {
  const stages = stagesIn(document, layers);
  const [only] = stages;
  return only && stages.length === 1 ? stagesIn(document, layers, only.name) : stages;
}

/** Does the brick normalise by the batch, and keep statistics of it? */
const normalisesBatches = (library: Library, type: string) => library.bricks[type]?.nonTrainable !== undefined;

/** Has the trunk layers that normalise by the batch? */
export function normalises(document: Document, trunk: string, library: Library): boolean {
  const { type, params } = document.nodes[trunk]!;
  if (library.bricks[type]?.nested)
    return innerLayers(library, params).some((layer) => normalisesBatches(library, layer.type));
  return trunkLayers(document, library, trunk).some((name) => normalisesBatches(library, document.nodes[name]!.type));
}

/**
 * Trains the trunk from this layer on, and freezes what comes before it. `normalisationFrozen`: batch normalisations stay
 * frozen after it, too.
 */
export function trainFrom(from: string, trunk: string, library: Library, normalisationFrozen = false): Edit {
  return (document) => {
    const { type, params } = document.nodes[trunk] ?? { type: '', params: {} };
    if (library.bricks[type]?.nested) {
      const inner = innerLayers(library, params);
      const after = inner.slice(inner.findIndex(({ name }) => name === from));
      const named = normalisationFrozen && after.some((layer) => normalisesBatches(library, layer.type));
      const names = after
        .filter((layer) => !normalisesBatches(library, layer.type) && library.bricks[layer.type]?.weights !== undefined)
        .map(({ name }) => name);
      const selected = named
        ? setParam(trunk, 'trainableNames', names)(setParam(trunk, 'trainableLayers', 'named')(document))
        : setParam(trunk, 'trainableFrom', from)(setParam(trunk, 'trainableLayers', 'from')(document));
      return setTrainable([trunk], true)(selected);
    }
    const layers = trunkLayers(document, library, trunk);
    const behind = downstream(document, [from]);
    const trained = (name: string) =>
      behind.has(name) && !(normalisationFrozen && normalisesBatches(library, document.nodes[name]!.type));
    const frozen = setTrainable(
      layers.filter((name) => !trained(name)),
      false,
    )(document);
    return setTrainable(layers.filter(trained), true)(frozen);
  };
}

/** Trains so much of the trunk: nothing, its last stage, the later half of its stages, or all; the head is left alone. */
export function trainTrunk(trains: TrunkTraining, trunk: string, library: Library): Edit {
  return (document) => {
    const nested = library.bricks[document.nodes[trunk]!.type]?.nested !== undefined;
    const own = nested ? [trunk] : trunkLayers(document, library, trunk);
    const stages = fineTuningBelow(document, library, trunk)?.stages ?? [];
    const from = (trains === 'last' ? stages.at(-1) : stages[Math.ceil(stages.length / 2)])?.from;
    if (trains === 'none') {
      // A frozen brick freezes all that is in it, so its own selection starts anew.
      const inputs = Object.keys(document.nodes).filter((name) => !library.bricks[document.nodes[name]!.type]?.inputs);
      return setTrainable(
        [...own, ...inputs],
        false,
      )(nested ? setParam(trunk, 'trainableLayers', 'all')(document) : document);
    }
    if (trains === 'all' || from === undefined) {
      return setTrainable(own, true)(nested ? setParam(trunk, 'trainableLayers', 'all')(document) : document);
    }
    return trainFrom(from, trunk, library)(document);
  };
}

/** How fine-tuning goes on. */
export interface TuningSettings {
  /** The learning rate is so many times smaller than the head's. */
  readonly divisor: number;
  readonly epochs: number;
  /**
   * Keeps batch normalisations of the trunk as they are. Training them on a few photos is what spoils fine-tuning: they
   * normalise by the batch while they learn, and by averages that lag behind when they are asked
   * (keras.io/guides/transfer_learning).
   */
  readonly normalisationFrozen: boolean;
}

/**
 * What the learning rate is divided by at first: ten, or more where a new head alone took an unusually high one, which
 * would tear apart what the trunk has learned. Above 1e-4 a pretrained trunk is not tuned but trained.
 */
export function usualDivisor({ training }: Document): number {
  const rate = Number(training.optimizer.settings['learningRate'] ?? 0.001);
  return Math.max(10, Math.round(rate / 1e-4));
}

/**
 * The next step after the head was trained: trains the trunk from `from` on as well, at a smaller learning rate. Weights are
 * kept: freezing changes none.
 */
export function fineTune(from: string, settings: TuningSettings, trunk: string, library: Library): Edit {
  const { divisor, epochs, normalisationFrozen } = settings;
  return (document) => {
    const trained = trainFrom(from, trunk, library, normalisationFrozen)(document);
    const { optimizer } = trained.training;
    const learningRate = Number((Number(optimizer.settings['learningRate'] ?? 0.001) / divisor).toPrecision(6));
    return { ...trained, training: { ...withLearningRate(trained.training, learningRate), epochs } };
  };
}
