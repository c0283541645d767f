/** How the help panel draws a brick on small numbers and words its arithmetic; a brick with a window needs no word. */
export type Drawing =
  /** One function of every value. */
  | 'activation'
  | 'relu'
  | 'leakyRelu'
  | 'learnedSlope'
  | 'elu'
  | 'threshold'
  | 'rescaling'
  /** In which range a value lies; whole numbers as rows. */
  | 'ranges'
  | 'encoding'
  /** Shares of an axis. */
  | 'softmax'
  /** Every input with every output; rows of a table; steps that are skipped. */
  | 'links'
  | 'lookup'
  | 'masked'
  /** Step after step, with one state or two. */
  | 'chain'
  | 'chainWithCell'
  /** A window: over each channel by itself, or what it makes of its cells; one over the whole picture, or over its parts. */
  | 'depthwise'
  | 'slidingMax'
  | 'slidingAverage'
  | 'wholeMax'
  | 'wholeAverage'
  | 'partsMax'
  | 'partsAverage'
  /** Every cell paints a window, or is repeated. */
  | 'spreading'
  | 'enlarging'
  /** Values move. */
  | 'flattening'
  | 'reshaping'
  | 'permuting'
  | 'repeating'
  | 'padding'
  | 'cropping'
  /** Several inputs become one. */
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'average'
  | 'maximum'
  | 'minimum'
  | 'concatenate'
  | 'dot'
  /** What becomes of a picture. */
  | 'flip'
  | 'rotation'
  | 'zoom'
  | 'translation'
  | 'contrast'
  | 'brightness'
  | 'resizing'
  | 'centerCrop'
  /** What training does to values at random. */
  | 'gaussianNoise'
  | 'gaussianDropout'
  | 'alphaDropout'
  | 'dropout'
  | 'channelDropout'
  /** Values of a group brought to one size. */
  | 'normalization'
  | 'batchNormalization'
  | 'layerNormalization'
  | 'groupNormalization'
  | 'unitNormalization'
  | 'rmsNormalization';
