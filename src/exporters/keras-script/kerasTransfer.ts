import type { Document } from '../../document/document';
import { type Backbone, fineTunedLayers, trainedLayers } from '../../compile/nested/fineTunedLayers';
import { prepared } from './kerasPreparation';
import { augmentationLines } from './kerasAugmentation';
import { resolvedLoss } from '../../compile/fittingLoss';
import { layerNames } from '../../compile/layerNames';
import { type Plan, runnable } from '../../compile/plan';
import { Identifiers } from '../../compile/identifiers';
import { pythonCall, pythonString, pythonValue, tuple } from '../keras/pythonText';

/** Parts of a script that trains on a folder of photos. */
export interface TransferScript {
  readonly imports: readonly string[];
  readonly definitions: readonly string[];
  /** What the script does when it is run, behind `model = build_model()`. */
  readonly main: readonly string[];
}

/**
 * The whole recipe of transfer learning from a folder of photos: preparation, augmentation, the head and then the end of
 * the backbone, curves, the saved model. Null for a model that starts at random or does not take one picture.
 */
export function transferScript(plan: Plan, training: Document['training']): TransferScript | null {
  const input = plan.steps.find(({ name }) => name === plan.inputs[0]);
  const output = plan.steps.find(({ name }) => name === plan.outputs[0]);
  const starts = plan.weightsFrom !== undefined || plan.steps.some(({ weightsFrom }) => weightsFrom);
  const [height, width, channels] = input?.shape ?? [];
  if (!runnable(plan) || !starts || plan.inputs.length + plan.outputs.length !== 2 || input?.shape.length !== 3)
    return null;
  if (height == null || width == null || (channels !== 1 && channels !== 3) || output?.shape.length !== 1) return null;
  const { loss } = resolvedLoss(plan, training);
  const mode = output.shape[0] === 1 ? 'binary' : loss.startsWith('sparse') ? 'int' : 'categorical';
  const shared = [
    `label_mode="${mode}"`,
    `color_mode="${channels === 1 ? 'grayscale' : 'rgb'}"`,
    `image_size=(${height}, ${width})`,
    `interpolation="${training.interpolation}"`,
    `batch_size=${training.batchSize}`,
    `seed=${training.seed}`,
  ];
  const augmentation = augmentationLines(training.augmentation);
  const backbone = plan.steps.find((step): step is Backbone => step.nested !== undefined);
  const phases = backbone ? twoPhases(plan, backbone, training) : onePhase(training);
  const title = new Identifiers([]).take(plan.title.toLowerCase(), 'model');
  return {
    imports: ['import pathlib', ''],
    definitions: [
      '# The photos, one folder per class: photos/train/<class>, photos/validation/<class> and photos/test/<class>, which is',
      '# only looked at after training, or photos/<class> alone.',
      'PHOTOS = pathlib.Path("photos")',
      ...phases.constants,
      '',
      '',
      ...augmentation,
      'def photos():',
      '    """Photos to train, to validate and to test on, in batches; without any to validate on, a part is held back."""',
      `    settings = ${pythonCall('dict', shared)}`,
      '    read = keras.utils.image_dataset_from_directory',
      '    kept = PHOTOS / "test"',
      '    parted = (PHOTOS / "train").is_dir()',
      '    test = read(str(kept), shuffle=False, **settings) if parted and kept.is_dir() else None',
      '    if (PHOTOS / "validation").is_dir() and parted:',
      '        train = read(str(PHOTOS / "train"), shuffle=True, **settings)',
      '        return train, read(str(PHOTOS / "validation"), shuffle=False, **settings), test',
      `    settings["validation_split"] = ${pythonValue(training.validationSplit || 0.2)}`,
      '    folder = str(PHOTOS / "train" if parted else PHOTOS)',
      '    train = read(folder, subset="training", **settings)',
      '    return train, read(folder, subset="validation", **settings), test',
      '',
      '',
      'def prepare(images):',
      '    """Values 0 … 255 as the pretrained model expects them."""',
      `    return ${prepared(plan, training.preprocessing)}`,
      '',
      '',
      ...pretrainedLines(plan),
      ...phases.definitions,
      ...curveLines,
    ],
    main: [
      ...(plan.weightsFrom ? ['    load_pretrained(model)'] : []),
      '    train, validation, test = photos()',
      '    print(train.class_names)',
      ...(training.classWeight === 'balanced' && mode !== 'categorical'
        ? ['    weights = class_weight(numpy.concatenate([labels.numpy().ravel() for _, labels in train]))']
        : ['    weights = None']),
      augmentation.length > 0
        ? '    train = train.map(lambda images, labels: (prepare(augmentation(images, training=True)), labels))'
        : '    train = train.map(lambda images, labels: (prepare(images), labels))',
      '    validation = validation.map(lambda images, labels: (prepare(images), labels))',
      ...phases.main,
      '    if test is not None:',
      '        model.evaluate(test.map(lambda images, labels: (prepare(images), labels)))',
      `    model.save(${pythonString(`${title}.keras`)})`,
      '    curves(*runs)',
    ],
  };
}

const fit = (epochs: string) => `model.fit(train, validation_data=validation, epochs=${epochs}, class_weight=weights)`;

const onePhase = ({ epochs }: Document['training']) => ({
  constants: [],
  definitions: [],
  main: ['    compile_model(model)', '    model.summary()', `    runs = [${fit(String(epochs))}]`],
});

/** The head while the backbone is frozen, then some of the backbone too, ten times slower. */
function twoPhases(plan: Plan, backbone: Backbone, { optimizer, epochs }: Document['training']) {
  const rate = Number(optimizer.settings['learningRate'] ?? 0.001);
  const partly = trainedLayers(backbone).length > 0;
  const rates = (partly ? [rate * 10, rate] : [rate, rate / 10]).map((value) => String(Number(value.toPrecision(6))));
  const inner = layerNames(backbone.nested.steps);
  const tuned = fineTunedLayers(backbone).map((name) => `    ${pythonString(inner.get(name)!)},`);
  return {
    constants: [
      `EPOCHS = ${epochs}`,
      `HEAD_RATE, FINE_TUNE_RATE = ${rates.join(', ')}`,
      '# Layers of the backbone that the second phase trains.',
      'FINE_TUNED = (',
      ...tuned,
      ')',
    ],
    definitions: [
      'def train_only(model, names):',
      '    """Of the backbone only these layers are trained; frozen BatchNormalization stays in inference mode."""',
      `    backbone = model.get_layer(${pythonString(layerNames(plan.steps).get(backbone.name)!)})`,
      '    backbone.trainable = len(names) > 0',
      '    for layer in backbone.layers:',
      '        layer.trainable = layer.name in names',
      '',
      '',
    ],
    main: [
      '    runs = []',
      '    for names, rate in (((), HEAD_RATE), (FINE_TUNED, FINE_TUNE_RATE)):',
      '        train_only(model, names)',
      '        compile_model(model)',
      '        model.optimizer.learning_rate = rate',
      '        model.summary()',
      `        runs.append(${fit('EPOCHS')})`,
    ],
  };
}

/** For a model whose own layers start from a pretrained architecture. */
function pretrainedLines({ weightsFrom }: Plan): string[] {
  if (!weightsFrom) return [];
  const { source, includeTop, inputShape, ...from } = weightsFrom;
  const application = source === 'imagenet' ? from.application : undefined;
  const width = application?.alpha === undefined ? [] : [`alpha=${pythonValue(application.alpha)}`];
  const shape = inputShape ? [`input_shape=${tuple(inputShape.map(String))}`] : [];
  return [
    'def load_pretrained(model):',
    ...(application
      ? [
          '    """Layers of the same name take the weights that Keras publishes."""',
          `    source = keras.applications.${application.model}(`,
          ...['weights="imagenet"', `include_top=${pythonValue(includeTop)}`, ...shape, ...width].map(
            (each) => `        ${each},`,
          ),
          '    )',
          '    for layer in source.layers:',
          '        if layer.weights:',
          '            model.get_layer(layer.name).set_weights(layer.get_weights())',
        ]
      : [
          '    """Layers of the same name take the weights of your file, which lies beside this script."""',
          '    model.load_weights("weights.h5", by_name=True)',
        ]),
    '',
    '',
  ];
}

const curveLines = [
  'def curves(*runs):',
  '    """Training against validation, all phases in a row: where they part, the model overfits."""',
  '    try:',
  '        from matplotlib import pyplot',
  '    except ImportError:',
  '        print("pip install matplotlib, and the curves are drawn.")',
  '        return',
  '    for name in sorted({key.removeprefix("val_") for run in runs for key in run.history}):',
  '        for kind, label in ((name, "training"), (f"val_{name}", "validation")):',
  '            values = [value for run in runs for value in run.history.get(kind, [])]',
  '            pyplot.plot(range(1, len(values) + 1), values, label=label)',
  '        pyplot.xlabel("epoch")',
  '        pyplot.ylabel(name)',
  '        pyplot.legend()',
  '        pyplot.savefig(f"{name}.png")',
  '        pyplot.close()',
  '',
  '',
];
