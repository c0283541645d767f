import type { Document } from '../../src/document/document';
import { lossValues, losses } from '../../src/document/training/losses';
import { buildTemplate } from '../../src/document/template';
import { type Training, initialTraining } from '../../src/document/training';
import { optimizerSettings, optimizers } from '../../src/document/training/trainingChoices';
import type { ScheduleValue } from '../../src/training/schedule';
import { fittedSchedule } from '../../src/document/training/scheduleRules';
import { scheduleRecord, schedules } from '../../src/document/training/schedules';
import { everyOptimizer } from '../../src/training/everyOptimizer';
import { templates } from '../../templates/index';
import { chain } from './chain';

const transfer = templates.find(({ id }) => id === 'transfer')!;
const photos = buildTemplate(transfer, { alpha: '0.25', inputShape: [32, 32, 3] });
const augmentation = { ...photos.training.augmentation, enabled: true };
const changing: Document = { ...photos, training: { ...photos.training, augmentation } };
const two: Document = {
  ...chain('Two', [
    ['inputVector', 'row', { shape: [4] }],
    ['dense', 'one', { units: 3, activation: 'softmax' }],
    ['dense', 'other', { units: 1 }],
  ]),
  edges: [
    { from: 'row', to: 'one', port: 0 },
    { from: 'row', to: 'other', port: 0 },
  ],
};

const stepped = { learningRateSchedule: fittedSchedule('exponentialDecay', 400, 0.001) };

/** Another value of the same kind, within its bounds. */
function changedValue(value: ScheduleValue): ScheduleValue {
  if (typeof value === 'string') return 'accuracy';
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'number') return value.map((each) => (Number.isInteger(each) ? each + 1 : each / 2));
  return Number.isInteger(value) ? value + 1 : value / 2;
}

const stopping = { ...initialTraining.earlyStopping, enabled: true };
const augmented = (change: Partial<Training['augmentation']>) => ({ augmentation: { ...augmentation, ...change } });
const everyChange = Object.keys(everyOptimizer).map((key) => {
  const optimizer = { name: 'adam', settings: { [key]: 0.25 } } as const;
  return [`optimizer.${key}`, photos, { optimizer }, { optimizer: { name: 'adam', settings: {} } }] as const;
});
const scheduleChanges = schedules.flatMap((name) => {
  const usual = fittedSchedule(name, 400, 0.001);
  const from = { learningRateSchedule: usual };
  const changes = Object.entries(usual.settings).map(([key, value]) => {
    const { only } = scheduleRecord(name).settings[key]!;
    const before = { ...usual.settings, ...(only === undefined ? {} : { [only]: 5 }) };
    const changed = { ...before, [key]: changedValue(value) };
    return [
      `learningRateSchedule.${name}.${key}`,
      photos,
      { learningRateSchedule: { name, settings: changed } },
      { learningRateSchedule: { name, settings: before } },
    ] as const;
  });
  return [[`learningRateSchedule.${name}`, photos, from, name === 'constant' ? stepped : {}] as const, ...changes];
});
const optimizerChanges = optimizers.flatMap((name) =>
  Object.entries(optimizerSettings[name]).map(([key, value]) => {
    const settings = { [key]: typeof value === 'boolean' ? !value : Number(value) / 2 + 0.01 };
    return [
      `optimizer.${name}.${key}`,
      photos,
      { optimizer: { name, settings } },
      { optimizer: { name, settings: {} } },
    ] as const;
  }),
);

/** Every setting of every loss. */
const lossChanges = losses.flatMap((loss) =>
  Object.entries(lossValues(loss)).map(([key, value]) => {
    const lossSettings = { [key]: typeof value === 'boolean' ? !value : value / 2 + 0.01 };
    return [`lossSettings.${loss}.${key}`, photos, { loss, lossSettings }, { loss }] as const;
  }),
);

/** Where it is, in which document, and the change of it; from what, if not from the document. */
export const settingWalks: readonly (readonly [string, Document, Partial<Training>, Partial<Training>?])[] = [
  ['dataset', two, { dataset: 'another' }],
  ['loss', two, { loss: 'meanAbsoluteError' }],
  ...lossChanges,
  ['outputs.loss', two, { outputs: { other: { loss: 'meanAbsoluteError', weight: 1 } } }],
  ['outputs.weight', two, { outputs: { other: { loss: 'auto', weight: 0.5 } } }],
  ['classWeight', photos, { classWeight: 'balanced' }],
  ['metrics', photos, { metrics: ['precision'] }],
  ...optimizerChanges,
  ...everyChange,
  ...scheduleChanges,
  ['batchSize', photos, { batchSize: 7 }],
  ['epochs', photos, { epochs: 77 }],
  ['validationSplit', photos, { validationSplit: 0.31 }],
  ['validationSplit', photos, { validationSplit: 0 }],
  ['validationSplit', two, { validationSplit: 0 }],
  ['shuffle', photos, { shuffle: !photos.training.shuffle }],
  ['seed', photos, { seed: 12345 }],
  ['preprocessing', photos, { preprocessing: 'caffe' }],
  ['interpolation', photos, { interpolation: 'nearest' }],
  ['augmentation.enabled', photos, augmented({})],
  ['augmentation.rotationRange', changing, augmented({ rotationRange: 11 })],
  ['augmentation.widthShiftRange', changing, augmented({ widthShiftRange: 0.33 })],
  ['augmentation.heightShiftRange', changing, augmented({ heightShiftRange: 0.33 })],
  ['augmentation.shearRange', changing, augmented({ shearRange: 5 })],
  ['augmentation.zoomRange', changing, augmented({ zoomRange: 0.33 })],
  ['augmentation.brightnessRange', changing, augmented({ brightnessRange: 0.33 })],
  ['augmentation.horizontalFlip', changing, augmented({ horizontalFlip: !augmentation.horizontalFlip })],
  ['augmentation.verticalFlip', changing, augmented({ verticalFlip: !augmentation.verticalFlip })],
  ['augmentation.fillMode', changing, augmented({ fillMode: 'reflect' })],
  // These two change how fast the editor is: the README says so.
  ['augmentation.cachedVariants', changing, augmented({ cachedVariants: 3 })],
  ['featureCache', photos, { featureCache: 'off' }],
  ['earlyStopping.enabled', photos, { earlyStopping: stopping }],
  [
    'earlyStopping.monitor',
    photos,
    { earlyStopping: { ...stopping, monitor: 'accuracy' } },
    { earlyStopping: stopping },
  ],
  [
    'earlyStopping.restoreBestWeights',
    photos,
    { earlyStopping: { ...stopping, restoreBestWeights: true } },
    { earlyStopping: stopping },
  ],
  ['earlyStopping.patience', photos, { earlyStopping: { ...stopping, patience: 9 } }, { earlyStopping: stopping }],
  ['earlyStopping.minDelta', photos, { earlyStopping: { ...stopping, minDelta: 0.125 } }, { earlyStopping: stopping }],
];
