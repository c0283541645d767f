/** Reasons that stay, each with the classes of `keras.layers` that are no brick because of it. */
const reasons: Readonly<Record<string, readonly string[]>> = {
  'base class; no layer of its own': ['Layer', 'Wrapper', 'RNN'],
  'a cell, not a layer for a graph; its layer is a brick': ['LSTMCell', 'GRUCell', 'SimpleRNNCell', 'StackedRNNCells'],
  'holds code, which a document never does': ['Lambda', 'FlaxLayer', 'JaxLayer', 'TFSMLayer', 'TorchModuleWrapper'],
  'chains preprocessing layers inside one layer; on the canvas that is a tower': ['Pipeline'],
  'learns from the data by `adapt` before training, which is no part of the graph': [
    'TextVectorization',
    'StringLookup',
    'IntegerLookup',
  ],
  'prepares texts and categories; DeepBrick does that when data is read': [
    'Hashing',
    'HashedCrossing',
    'MaxNumBoundingBoxes',
  ],
  'works on sound; DeepBrick reads pictures, tables, texts and series': ['MelSpectrogram', 'STFTSpectrogram'],
  'changes pictures and their labels together, outside the graph': ['CutMix', 'MixUp'],
  'newer augmentation beyond what the courses use': [
    'AugMix',
    'AutoContrast',
    'ContrastLimitedAdaptiveHistogramEqualization',
    'Equalization',
    'RandAugment',
    'RandomColorDegeneration',
    'RandomColorJitter',
    'RandomCrop',
    'RandomElasticTransform',
    'RandomErasing',
    'RandomGaussianBlur',
    'RandomGrayscale',
    'RandomHue',
    'RandomInvert',
    'RandomPerspective',
    'RandomPosterization',
    'RandomSaturation',
    'RandomSharpness',
    'RandomShear',
    'Solarization',
  ],
};

const classes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(reasons).flatMap(([reason, names]) => names.map((name) => [name, reason])),
);

/** Why a layer class of Keras is no brick. */
export const reasonFor = (name: string) => classes[name] ?? 'no brick yet';
