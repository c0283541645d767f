import { fittedSchedule } from '../../src/document/training/scheduleRules';
import { schedules } from '../../src/document/training/schedules';
import { compile } from '../../src/compile/compile';
import type { Plan } from '../../src/compile/plan';
import { compatibilityOf, feedOf } from '../../src/data/compatibility';
import { type Dataset, factsOf } from '../../src/data/dataset';
import { randomNumbers } from '../../src/data/random';
import { fillModes } from '../../src/document/augmentation';
import type { Document, Node } from '../../src/document/document';
import { type Training, initialTraining } from '../../src/document/training';
import { losses } from '../../src/document/training/losses';
import { metrics } from '../../src/document/training/metrics';
import { optimizerSettings, optimizers, preprocessings } from '../../src/document/training/trainingChoices';
import { library } from '../../templates/index';
import { documentOf } from './documentOf';
import type { Invented } from './invented/made';
import { randomGraph } from './randomGraph';
import { computes } from './randomModels';
import { Dice } from './randomParams';

const kinds: Readonly<Record<string, Dataset['kind']>> = {
  inputImage: 'images',
  inputSequence: 'series',
  inputText: 'text',
  inputVector: 'numbers',
  inputVideo: 'video',
};
const count = 40;

function targetOf(dice: Dice): Dataset['target'] {
  if (dice.chance(0.35)) {
    const names = dice.chance(0.5) ? ['y'] : ['y', 'z'];
    const values = Float32Array.from({ length: count * names.length }, () => dice.between(1, 100) / 100);
    return { kind: 'numbers', names, values };
  }
  const classes = ['one', 'two', 'three'].slice(0, dice.between(2, 3));
  return {
    kind: 'classes',
    classes,
    labels: Uint8Array.from({ length: count }, () => dice.between(0, classes.length - 1)),
  };
}

/** Drawn samples that go into a model's first input. */
function datasetFor(dice: Dice, { type }: Node, shape: readonly (number | null)[], words: number): Dataset {
  const kind = kinds[type]!;
  const own = shape.map((axis) => axis ?? 5);
  const length = count * own.reduce((product, axis) => product * axis, 1);
  const bytes = kind === 'images' || kind === 'video';
  return {
    id: 'own:drawn',
    kind,
    shape: own,
    count,
    validation: dice.pick([0, 9, 16]),
    ...(dice.chance(0.2) && { test: 4 }),
    target: targetOf(dice),
    values: bytes
      ? Uint8Array.from({ length }, () => dice.between(0, 255))
      : Float32Array.from({ length }, () =>
          kind === 'text' ? dice.between(0, words - 1) : dice.between(-100, 100) / 50,
        ),
    vocabulary: kind === 'text' ? words : null,
    words: kind === 'text' ? Array.from({ length: words }, (_, at) => `word${at}`) : null,
    sampleWeights: dice.chance(0.2) ? Float32Array.from({ length: count }, () => dice.between(1, 8) / 4) : null,
  };
}

const lossOf = (dice: Dice) => (dice.chance(0.3) ? 'auto' : dice.pick(losses));

function trainingOf(dice: Dice, outputs: readonly string[]): Training {
  const name = dice.pick(optimizers);
  const changed = Object.entries(optimizerSettings[name]).flatMap(([key, value]) => {
    if (dice.chance(0.6)) return [];
    return [[key, typeof value === 'boolean' ? !value : Number(value) / 2 + 0.005] as const];
  });
  return {
    ...initialTraining,
    dataset: 'own:drawn',
    loss: lossOf(dice),
    outputs: Object.fromEntries(
      outputs
        .filter(() => dice.chance(0.5))
        .map((output) => [output, { loss: lossOf(dice), weight: dice.pick([0, 0.5, 1, 3]) }]),
    ),
    classWeight: dice.pick(['none', 'balanced']),
    metrics: dice.shuffled(metrics).slice(0, dice.between(0, 3)),
    optimizer: { name, settings: Object.fromEntries(changed) },
    learningRateSchedule: fittedSchedule(dice.chance(0.5) ? 'constant' : dice.pick(schedules), 12, 0.002),
    batchSize: dice.pick([1, 7, 16, 64]),
    epochs: 3,
    validationSplit: dice.pick([null, null, 0, 0.31]),
    shuffle: dice.chance(0.6),
    seed: dice.between(0, 1000),
    preprocessing: dice.pick(preprocessings),
    augmentation: {
      enabled: dice.chance(0.3),
      rotationRange: dice.pick([0, 20]),
      widthShiftRange: dice.pick([0, 0.2]),
      heightShiftRange: dice.pick([0, 0.2]),
      shearRange: dice.pick([0, 8]),
      zoomRange: dice.pick([0, 0.3]),
      brightnessRange: dice.pick([0, 0.3]),
      horizontalFlip: dice.chance(0.5),
      verticalFlip: dice.chance(0.5),
      fillMode: dice.pick(fillModes),
      cachedVariants: dice.pick([0, 2]),
    },
    featureCache: dice.pick(['auto', 'off']),
    earlyStopping: {
      enabled: dice.chance(0.4),
      monitor: dice.pick(['validationLoss', 'validationAccuracy', 'loss', 'accuracy']),
      patience: dice.between(0, 1),
      minDelta: dice.pick([0, 0.1]),
      restoreBestWeights: dice.chance(0.3),
    },
  };
}

/** Every end of a graph gets a head of as many units as the target needs; null where an end has an open shape. */
function headed(dice: Dice, graph: Document, plan: Plan, target: Dataset['target']): Document | null {
  const nodes: Record<string, readonly [string, object?]> = {};
  const wires: string[] = [];
  const ends = dice.shuffled(plan.outputs);
  const flats = ends.map((_, at) => {
    nodes[`flat${at}`] = ['flatten'];
    return `flat${at}`;
  });
  if (ends.some((end) => plan.shapes[end]?.some((axis) => axis === null))) return null;
  const heads = Math.min(dice.between(1, 3), ends.length);
  const classes = target.kind === 'classes' ? target.classes.length : target.names.length;
  const classifies = target.kind === 'classes';
  ends.forEach((end, at) => wires.push(`${end}>flat${at}`));
  for (let head = 0; head < heads; head++) {
    const own = flats.filter((_, at) => at % heads === head);
    const one = classifies && classes === 2 && dice.chance(0.5);
    const activation = classifies ? (one ? 'sigmoid' : 'softmax') : dice.pick(['linear', 'softplus', 'sigmoid']);
    nodes[`answer${head}`] = ['dense', { units: one ? 1 : classes, activation }];
    if (own.length > 1) {
      nodes[`all${head}`] = ['concatenate'];
      own.forEach((flat, port) => wires.push(`${flat}>all${head}@${port}`));
      wires.push(`all${head}>answer${head}`);
    } else wires.push(`${own[0]}>answer${head}`);
  }
  const added = documentOf(nodes, wires);
  return { ...graph, nodes: { ...graph.nodes, ...added.nodes }, edges: [...graph.edges, ...added.edges] };
}

const widest = 40;
const vocabularyOf = (plan: Plan, input: string): number =>
  Math.min(
    widest,
    ...plan.steps.flatMap(({ inputs, call }) => (inputs.includes(input) ? (call.traits.vocabulary ?? []) : [])),
  );

/** A random model with random settings of training and drawn samples that fit it; null where the seed makes none. */
export function randomTrained(seed: number): Invented | null {
  const dice = new Dice(randomNumbers(seed));
  const graph = randomGraph(seed);
  const plan = compile(graph, library);
  if (!computes(plan)) return null;
  const [input] = plan.inputs;
  const node = graph.nodes[input!]!;
  const dataset = datasetFor(dice, node, plan.shapes[input!]!, vocabularyOf(plan, input!));
  const facts = factsOf(dataset);
  if (plan.inputs.some((each) => 'code' in feedOf(plan, facts, each))) return null;
  const whole = headed(dice, graph, plan, dataset.target);
  if (whole === null) return null;
  const document = { ...whole, training: trainingOf(dice, compile(whole, library).outputs) };
  const fits = compatibilityOf(compile(document, library), document.training, facts);
  return 'feeds' in fits ? { name: `random ${seed}`, document, dataset } : null;
}
