import { snakeCase } from '../../../compile/identifiers';
import { allSettings, optimizerRecord, toldSettings } from '../../../document/training/trainingChoices';
import { type MetricName, metricClass } from '../../../document/training/metrics';
import { kerasName } from '../../../training/setting';
import { kerasLoss } from '../kerasLosses';
import { blackLines } from '../model/blackText';
import { pythonString, pythonValue } from '../pythonText';
import { rateText } from './scheduleText';
import { type ProjectFacts, type ProjectOutput, isSparse } from './facts';

export const learningRate = ({ training: { optimizer } }: ProjectFacts): number =>
  Number(allSettings(optimizer)['learningRate']);

function optimizerText(facts: ProjectFacts): string {
  const { optimizer } = facts.training;
  const { keras, settings: own, kerasUsual = {} } = optimizerRecord(optimizer.name);
  const { learningRate: _rate, ...settings } = toldSettings(optimizer);
  const written = Object.entries(settings)
    .filter(([key, value]) => (kerasUsual[key] ?? own[key]?.initial) !== value)
    .map(([key, value]) => `${kerasName(key)}=${pythonValue(value)}`);
  return `keras.optimizers.${keras}(${[rateText(facts), ...written].join(', ')})`;
}

/** The loss by its Keras name: rows where more is measured than class numbers allow. */
function lossText(output: ProjectOutput): string {
  const rows = output.loss === 'sparseCategoricalCrossentropy' && output.units > 1 && !isSparse(output);
  return kerasLoss(rows ? 'categoricalCrossentropy' : output.loss, output.lossSettings);
}

/** Where an output says yes: above 0 for -1 and 1, else above a half. */
const threshold = ({ targets }: ProjectOutput) => (targets === 'plusMinus' ? 0 : 0.5);

/** Targets that are no 0 and 1 are compared by which side of the threshold they lie on. */
const sided = ({ targets }: ProjectOutput) => targets === 'plusMinus' || targets === 'numbers';

/** Keras's functions, which `compile` takes by their names; the share of right answers it chooses by the loss. */
const byName: readonly MetricName[] = ['accuracy', 'meanSquaredError', 'meanAbsoluteError'];

/** What a class has to be told to measure what is measured here. */
function metricArguments(name: MetricName, { units }: ProjectOutput): string {
  if (name === 'f1Score') return units === 1 ? 'average="macro", threshold=0.5, ' : 'average="macro", ';
  return name === 'meanIou' && units > 1 ? `num_classes=${units}, ` : '';
}

function metricText(name: MetricName, output: ProjectOutput): string {
  const counted = name === 'precision' || name === 'recall';
  const kind = name[0]!.toUpperCase() + name.slice(1);
  if (sided(output) && (counted || (name === 'accuracy' && output.units === 1))) {
    return `Sided${kind}(${threshold(output)}, name="${name}")`;
  }
  if (byName.includes(name)) return pythonString(snakeCase(name));
  return `keras.metrics.${metricClass(name, output.units)}(${metricArguments(name, output)}name="${snakeCase(name)}")`;
}

/** Classes of metrics that the training needs besides Keras's own. */
export function metricClasses({ outputs }: ProjectFacts): string[] {
  const texts = outputs.flatMap((output) => output.metrics.map((name) => metricText(name, output)));
  const wanted = ['Accuracy', 'Precision', 'Recall'].filter((kind) =>
    texts.some((text) => text.startsWith(`Sided${kind}(`)),
  );
  return wanted.map((kind) => {
    const base = kind === 'Accuracy' ? 'BinaryAccuracy' : kind;
    return `class Sided${kind}(keras.metrics.${base}):
    """${kind} by the side of \`middle\` on which targets and outputs lie."""

    def __init__(self, middle=0.5, **more):
        super().__init__(**more)
        self.middle = middle

    def update_state(self, y_true, y_pred, sample_weight=None):
        sides = [keras.ops.cast(y > self.middle, "float32") for y in (y_true, y_pred)]
        super().update_state(*sides, sample_weight)`;
  });
}

function byOutput(entries: readonly (readonly [name: string, text: string])[]): string {
  if (entries.length === 1) return entries[0]![1];
  return `{${entries.map(([name, text]) => `${pythonString(name)}: ${text}`).join(', ')}}`;
}

/** `compile_model`: the document's optimizer, losses, weights and metrics. */
export function compileText(facts: ProjectFacts): string {
  const { outputs } = facts;
  const weighted = outputs.some(({ weight }) => weight !== 1);
  const weights = outputs.map(({ name, weight }) => [name, pythonValue(weight)] as const);
  const given = [
    `optimizer=${optimizerText(facts)}`,
    `loss=${byOutput(outputs.map((each) => [each.name, lossText(each)]))}`,
    ...(weighted ? [`loss_weights=${outputs.length === 1 ? `[${weights[0]![1]}]` : byOutput(weights)}`] : []),
    `metrics=${byOutput(
      outputs.map((each) => [each.name, `[${each.metrics.map((name) => metricText(name, each)).join(', ')}]`]),
    )}`,
    // Keras gives TensorFlow's graph batches of no fixed size, which layers that keep their state do not take.
    ...(facts.stateful ? ['run_eagerly=keras.backend.backend() == "tensorflow"'] : []),
  ];
  const rows = outputs.some(
    (each) => each.loss === 'sparseCategoricalCrossentropy' && each.units > 1 && !isSparse(each),
  );
  return [
    'def compile_model(model, learning_rate=LEARNING_RATE):',
    '    """Optimizer, losses and metrics as in the editor."""',
    ...(rows ? ['    # The sparse loss of the editor, on rows: what is measured compares whole rows.'] : []),
    ...blackLines(`model.compile(${given.join(', ')})`, '    '),
  ].join('\n');
}
