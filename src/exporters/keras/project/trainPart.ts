import { frozenAtRandom, startsFromFile } from '../../../compile/nested/starts';
import { type Plan, adapts } from '../../../compile/plan';
import { pythonString, pythonFloat } from '../pythonText';
import { blackLines } from '../model/blackText';
import { startsWith } from '../model/modelFile';
import type { PythonPart } from '../pythonPart';
import { compileText, learningRate, metricClasses } from './compileText';
import type { ProjectFacts } from './facts';
import { kerasMonitors } from './kerasMonitors';
import { plateauText, scheduleText } from './scheduleText';
import { fineTuning } from './fineTuning';

/** A tuple of texts, an item per line. */
const namesText = (items: readonly string[]) =>
  items.length === 1
    ? `(${pythonString(items[0]!)},)`
    : `(\n${items.map((item) => `    ${pythonString(item)},\n`).join('')})`;

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
    `monitor="${kerasMonitors[monitor]}"`,
    ...(minDelta === 0 ? [] : [`min_delta=${pythonFloat(minDelta)}`]),
    `patience=${patience}`,
    `mode="${accuracy ? 'max' : 'min'}"`,
    ...(earlyStopping.restoreBestWeights ? ['restore_best_weights=True'] : []),
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

    def on_train_begin(self, logs=None):
        if keras.backend.backend() != "tensorflow":
            raise SystemExit(
                "Keras trains layers that keep their state on TensorFlow\\n"
                "alone: set KERAS_BACKEND to tensorflow."
            )

    def on_epoch_begin(self, epoch, logs=None):
        self.forget()

    def on_test_begin(self, logs=None):
        self.forget()`;

/** `starting_model`: with the weights of the project, else published or random ones, or a refusal where these would not do. */
function startingText(facts: ProjectFacts): string {
  const { plan } = facts;
  const random = frozenAtRandom(plan).length > 0;
  const why = random ? 'What is frozen would stay random' : 'The model starts from weights of a file';
  const refusal = [
    '    raise SystemExit(',
    `        "${why}: put them at\\n"`,
    '        f"{WEIGHTS} (the editor saves them as .weights.h5),\\n"',
    '        "or export again with the weights."',
    '    )',
  ];
  const published = ['    model = build_model()', '    load_pretrained(model)', '    return model'];
  const fresh = takesPretrained(facts) ? published : ['    return build_model()'];
  return [
    'def starting_model():',
    '    """The model as it is before training: with the weights that lie here, if any."""',
    '    if WEIGHTS.exists():',
    `        model = build_model(${startsWith(plan) === null ? '' : 'weights=None'})`,
    '        model.load_weights(WEIGHTS)',
    '        return model',
    ...(random || startsFromFile(plan) ? refusal : fresh),
  ].join('\n');
}

/** `thaw`, where something is frozen. */
function tuneText(plan: Plan): readonly string[] {
  const { backbone, layers } = fineTuning(plan);
  if (layers.length === 0) return [];
  const lines =
    backbone === null
      ? ['    for name in FINE_TUNED:', '        model.get_layer(name).trainable = True']
      : [
          `    backbone = model.get_layer(${pythonString(backbone)})`,
          '    backbone.trainable = True',
          '    for layer in backbone.layers:',
          '        layer.trainable = layer.name in FINE_TUNED',
        ];
  return [
    ['def thaw(model):', '    """Trains what was frozen, too: the layers of FINE_TUNED."""', ...lines].join('\n'),
  ];
}

const restores = ({ training: { earlyStopping } }: ProjectFacts) =>
  earlyStopping.enabled && earlyStopping.restoreBestWeights;

const adaptText = (several: boolean) => `def adapt(model, data, batch_size):
    """Mean and variance of what is trained on, for every Normalization that has none yet."""
    for layer in model.layers:
        if not isinstance(layer, keras.layers.Normalization) or not layer.weights:
            continue
        mean, variance, _ = layer.get_weights()
        if mean.any() or (variance != 1).any():
            continue
        read = keras.Function(model.inputs, layer.input)
        batches = Batches(data, data.training, batch_size)
        seen = []
        for at in range(len(batches)):
            given, *_ = batches[at]
            values = read(${several ? '[given[one.name] for one in model.inputs]' : '[given]'})
            seen.append(keras.ops.convert_to_numpy(values))
        layer.adapt(numpy.concatenate(seen))`;

const fitText = (facts: ProjectFacts) => `def fit(model, data, epochs, batch_size, done=0):
    """Trains from epoch \`done\` on; model and curves are kept after every epoch."""
    TRAINED.parent.mkdir(exist_ok=True)
${adapts(facts.plan) ? '    adapt(model, data, batch_size)\n' : ''}    training = Batches(
        data,
        data.training,
        batch_size,${facts.stateful || !facts.training.shuffle ? '' : '\n        shuffle=True,'}
        training=True,
    )
    training.epoch = done
    training.mix()
    validation = None
    if len(data.validation) > 0:
        validation = Batches(data, data.validation, batch_size)
${plateauText(facts) ? `    callbacks = []\n${plateauText(facts)}    callbacks += [` : '    callbacks = ['}
        keras.callbacks.ModelCheckpoint(str(TRAINED)),
        keras.callbacks.CSVLogger(str(CURVES), append=done > 0),
    ]
${facts.stateful ? '    callbacks.append(Forgetting())\n' : ''}${stoppingText(facts)}    history = model.fit(
        training,
        validation_data=validation,
        epochs=epochs,
        initial_epoch=done,
        shuffle=False,
        callbacks=callbacks,
        verbose=2,
    )
${restores(facts) ? '    # The best weights are back.\n    model.save(TRAINED)\n' : ''}    if len(data.test) > 0:
        test = Batches(data, data.test, batch_size)
        print("test:", model.evaluate(test, verbose=0, return_dict=True))
    return history`;

/** What `train.py` defines, but for its command line. */
export function trainPart(facts: ProjectFacts): PythonPart {
  const { layers } = fineTuning(facts.plan);
  return {
    modules: ['pathlib', 'keras', ...(adapts(facts.plan) ? ['numpy'] : [])],
    constants: {
      HERE: 'pathlib.Path(__file__).parent',
      SEED: `${facts.training.seed}`,
      EPOCHS: `${facts.training.epochs}`,
      BATCH_SIZE: `${facts.batchSize}`,
      LEARNING_RATE: pythonFloat(learningRate(facts)),
      WEIGHTS: 'HERE / "weights" / "model.weights.h5"',
      TRAINED: 'HERE / "trained" / "model.keras"',
      CURVES: 'HERE / "trained" / "curves.csv"',
      ...(layers.length > 0 && { FINE_TUNED: namesText(layers) }),
    },
    definitions: [
      ...metricClasses(facts),
      ...(facts.stateful ? [forgetText] : []),
      ...scheduleText(facts),
      compileText(facts),
      startingText(facts),
      ...tuneText(facts.plan),
      ...(adapts(facts.plan) ? [adaptText(facts.inputs.length > 1)] : []),
      fitText(facts),
    ],
  };
}

/** Does `load_pretrained` give the model its weights? */
export const takesPretrained = ({ plan }: ProjectFacts) =>
  plan.weightsFrom?.source === 'imagenet' && plan.weightsFrom.application !== undefined;
