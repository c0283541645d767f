import { pythonString, pythonValue } from '../pythonText';
import { blackLines } from '../model/blackText';
import { startsWith } from '../model/modelFile';
import { compileText, metricClasses } from './compileText';
import type { ProjectFacts } from './facts';
import { fineTuning, frozenAtRandom } from './fineTuning';

/** A tuple of texts, an item per line. */
const names = (label: string, items: readonly string[]) =>
  items.length === 1
    ? `${label} = (${pythonString(items[0]!)},)`
    : `${label} = (\n${items.map((item) => `    ${pythonString(item)},\n`).join('')})`;

const monitors = {
  loss: 'loss',
  accuracy: 'accuracy',
  validationLoss: 'val_loss',
  validationAccuracy: 'val_accuracy',
} as const;

/** EarlyStopping, or why it never stops. */
function stoppingText({ training: { earlyStopping }, outputs }: ProjectFacts): string {
  const { enabled, monitor, patience, minDelta } = earlyStopping;
  if (!enabled) return '';
  const accuracy = monitor.toLowerCase().endsWith('accuracy');
  const [only] = outputs;
  if (accuracy && (outputs.length > 1 || !only?.metrics.includes('accuracy'))) {
    return `    # The editor stops early by the accuracy of the only output: there is none here.\n`;
  }
  const given = [
    `monitor="${monitors[monitor]}"`,
    ...(minDelta === 0 ? [] : [`min_delta=${pythonValue(minDelta)}`]),
    `patience=${patience}`,
    `mode="${accuracy ? 'max' : 'min'}"`,
  ];
  const call = blackLines(`callbacks.append(keras.callbacks.EarlyStopping(${given.join(', ')}))`, '    ');
  if (!monitor.startsWith('validation')) return `${call.join('\n')}\n`;
  const inner = blackLines(`callbacks.append(keras.callbacks.EarlyStopping(${given.join(', ')}))`, '        ');
  return `    if validation is not None:\n${inner.join('\n')}\n`;
}

const forgetText = `class Forgetting(keras.callbacks.Callback):
    """Stateful layers begin anew with every epoch and every validation."""

    def forget(self):
        for layer in self.model.layers:
            if getattr(layer, "stateful", False):
                layer.reset_state()

    def on_epoch_begin(self, epoch, logs=None):
        self.forget()

    def on_test_begin(self, logs=None):
        self.forget()`;

const modelText = (facts: ProjectFacts): string => {
  const { plan } = facts;
  const start = startsWith(plan);
  const { models, layers } = frozenAtRandom(plan);
  const given = start === null ? '' : `weights=None if WEIGHTS.exists() else ${start}`;
  const built = blackLines(`model = build_model(${given})`, '    ');
  const file = plan.weightsFrom !== undefined && !takesPretrained(facts);
  const why = file ? 'The model starts from weights' : 'A frozen model inside would stay random';
  const refusal = [
    '        raise SystemExit(',
    `            "${why}: put them at\\n"`,
    '            f"{WEIGHTS} (the editor saves them as .weights.h5),\\n"',
    '            "or export again with the weights."',
    '        )',
  ];
  const stays = `${layers.length} frozen ${layers.length === 1 ? 'layer stays' : 'layers stay'}`;
  const notice = layers.length > 0 ? [`        print("${stays} as random as in the editor.")`] : [];
  const unrefused = takesPretrained(facts) ? ['        load_pretrained(model)'] : notice;
  const otherwise = models.length > 0 || file ? refusal : unrefused;
  return [
    'def starting_model():',
    '    """The model as it is before training: with the weights that lie here, if any."""',
    ...built,
    '    if WEIGHTS.exists():',
    '        model.load_weights(WEIGHTS)',
    ...(otherwise.length > 0 ? ['    else:', ...otherwise] : []),
    '    return model',
  ].join('\n');
};

export function tuneText({ plan }: ProjectFacts): string {
  const { backbone, layers } = fineTuning(plan);
  const lines =
    backbone !== null
      ? `    backbone = model.get_layer(${pythonString(backbone)})
    backbone.trainable = True
    for layer in backbone.layers:
        layer.trainable = layer.name in FINE_TUNED`
      : layers.length > 0
        ? '    for name in FINE_TUNED:\n        model.get_layer(name).trainable = True'
        : '';
  return lines === ''
    ? ''
    : `def thaw(model):\n    """Trains what was frozen, too: the layers of FINE_TUNED."""\n${lines}`;
}

/** The parts of `train.py`: what a notebook takes, too. */
export function trainParts(facts: ProjectFacts): readonly string[] {
  const tune = tuneText(facts);
  return [
    ...metricClasses(facts),
    ...(facts.stateful ? [forgetText] : []),
    compileText(facts),
    modelText(facts),
    ...(tune === '' ? [] : [tune]),
    `def fit(model, data, options, done=0):
    """Trains from epoch \`done\` on; model and curves are kept after every epoch."""
    TRAINED.parent.mkdir(exist_ok=True)
    training = Batches(
        data,
        data.training,
        options.batch_size,${facts.stateful || !facts.training.shuffle ? '' : '\n        shuffle=True,'}
        training=True,
    )
    training.epoch = done
    training.mix()
    validation = None
    if len(data.validation) > 0:
        validation = Batches(data, data.validation, options.batch_size)
    callbacks = [
        keras.callbacks.ModelCheckpoint(str(TRAINED)),
        keras.callbacks.CSVLogger(str(CURVES), append=done > 0),
    ]
${facts.stateful ? '    callbacks.append(Forgetting())\n' : ''}${stoppingText(facts)}    history = model.fit(
        training,
        validation_data=validation,
        epochs=options.epochs,
        initial_epoch=done,
        shuffle=False,
        callbacks=callbacks,
        verbose=2,
    )
    if len(data.test) > 0:
        test = Batches(data, data.test, options.batch_size)
        print("test:", model.evaluate(test, verbose=0, return_dict=True))
    return history`,
  ];
}

/** `SEED`, where weights lie, and what is trained at the end. */
export function trainConstants(facts: ProjectFacts): string {
  const { layers } = fineTuning(facts.plan);
  return `SEED = ${facts.training.seed}
WEIGHTS = HERE / "weights" / "model.weights.h5"
TRAINED = HERE / "trained" / "model.keras"
CURVES = HERE / "trained" / "curves.csv"${layers.length > 0 ? `\n${names('FINE_TUNED', layers)}` : ''}`;
}

export const takesPretrained = ({ plan }: ProjectFacts) =>
  plan.weightsFrom?.source === 'imagenet' && plan.weightsFrom.application !== undefined;
