import type { Settings } from "deepbrick-runtime/settings";

/** How the model is trained, as set in the editor. */
export const settings: Settings = {
  outputs: [
    { loss: "sparseCategoricalCrossentropy", weight: 1, metrics: ["accuracy"] },
  ],
  optimizer: {
    name: "adam",
    settings: { learningRate: 0.003, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
  },
  learningRateSchedule: { name: "constant", settings: {} },
  classWeight: "none",
  batchSize: 32,
  epochs: 6,
  validationSplit: null,
  shuffle: true,
  seed: 1,
  preprocessing: "scale",
  interpolation: "bilinear",
  drawings: true,
  augmentation: {
    enabled: false,
    rotationRange: 30,
    widthShiftRange: 0.1,
    heightShiftRange: 0.1,
    shearRange: 0.2,
    zoomRange: 0.2,
    brightnessRange: 0,
    horizontalFlip: true,
    verticalFlip: false,
    fillMode: "nearest",
  },
  variants: 0,
  fineTuned: null,
  earlyStopping: {
    enabled: false,
    monitor: "validationLoss",
    patience: 3,
    minDelta: 0,
    restoreBestWeights: false,
  },
  activityRegularizers: {},
  editorNames: {},
};
