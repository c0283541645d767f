import * as z from 'zod/mini';
import { augmentationSchema, initialAugmentation } from './augmentation';
import type { Frozen } from './frozen';
import { longestName } from './longestName';
import { constantRate, isSoundSchedule, schedules } from './training/schedules';
import { clippings, everyOptimizer } from '../training/everyOptimizer';
import { isSoundLoss, losses } from './training/losses';
import { metrics } from './training/metrics';
import { optimizers, optimizerSettings, preprocessings, usualSettings } from './training/trainingChoices';

const lossSettings = z.record(z.string().check(z.maxLength(40)), z.union([z.number(), z.boolean()]));
const whole = (min: number, max: number) => z.int().check(z.gte(min), z.lte(max));
const between = (min: number, max: number) => z.number().check(z.gte(min), z.lte(max));

export const trainingSchema = z
  .object({
    dataset: z.string().check(z.maxLength(200)),
    /** `auto` takes the loss that fits the last brick. */
    loss: z.enum(['auto', ...losses]),
    /** By Keras's names; settings of other losses say nothing. */
    lossSettings: z.prefault(lossSettings, {}),
    /** Outputs that are judged otherwise: own loss (`auto` takes the one above), factor in the total loss. */
    outputs: z.prefault(
      z.record(
        z.string().check(z.maxLength(longestName)),
        z
          .object({
            loss: z.enum(['auto', ...losses]),
            lossSettings: z.optional(lossSettings),
            weight: between(0, 1e6),
          })
          .check(z.refine((own) => isSoundLoss(own.loss, own.lossSettings ?? {}))),
      ),
      {},
    ),
    /** `balanced`: rare classes count more, each class as much as every other. */
    classWeight: z.prefault(z.enum(['none', 'balanced']), 'none'),
    /** Empty takes the metric that fits the loss. */
    metrics: z.array(z.enum(metrics)).check(z.maxLength(metrics.length)),
    optimizer: z
      .object({
        name: z.enum(optimizers),
        settings: z.record(z.string().check(z.maxLength(40)), z.union([z.number(), z.boolean()])),
      })
      .check(
        z.refine(({ name, settings }) => Object.keys(settings).every((key) => Object.hasOwn(usualSettings(name), key))),
        // Keras takes one of them at most.
        z.refine(({ settings }) => clippings.filter((key) => Number(settings[key] ?? 0) > 0).length < 2),
        z.refine(({ settings }) => Object.keys(everyOptimizer).every((key) => Number(settings[key] ?? 0) >= 0)),
      ),
    /** How the learning rate changes while it is trained. */
    learningRateSchedule: z.prefault(
      z
        .object({
          name: z.enum(schedules),
          settings: z.record(
            z.string().check(z.maxLength(40)),
            z.union([
              z.number(),
              z.boolean(),
              z.string().check(z.maxLength(40)),
              z.array(z.number()).check(z.maxLength(100)),
            ]),
          ),
        })
        .check(z.refine(isSoundSchedule)),
      { name: 'constant', settings: {} },
    ),
    batchSize: whole(1, 65_536),
    epochs: whole(1, 100_000),
    /** Share of the data held back, 0 … 0.9; `null` takes the dataset's own split (digits: 8,500 / 1,500). */
    validationSplit: z.nullable(between(0, 0.9)),
    shuffle: z.boolean(),
    /** Seeds initial weights, shuffling and dropout: the same seed gives the same curve. */
    seed: whole(0, 2 ** 31 - 1),
    preprocessing: z.prefault(z.enum(preprocessings), 'auto'),
    /** How photos get the size of the input: `nearest` as Keras's `load_img`, `bilinear` as `tf.image.resize`. */
    interpolation: z.prefault(z.enum(['nearest', 'bilinear']), 'bilinear'),
    augmentation: z.prefault(augmentationSchema, initialAugmentation),
    /** `auto`: the frozen part is computed once per picture; `off`: every time. */
    featureCache: z.prefault(z.enum(['auto', 'off']), 'auto'),
    earlyStopping: z.object({
      enabled: z.boolean(),
      monitor: z.enum(['validationLoss', 'validationAccuracy', 'loss', 'accuracy']),
      patience: whole(0, 1000),
      minDelta: between(0, 1e6),
      /** At the end the weights are those of the best epoch. */
      restoreBestWeights: z.prefault(z.boolean(), false),
    }),
  })
  .check(z.refine(({ loss, lossSettings: own }) => isSoundLoss(loss, own)));

/** How a model is trained; saved and undone with the document. */
export type Training = Frozen<z.infer<typeof trainingSchema>>;

export const initialTraining: Training = {
  dataset: 'digits',
  loss: 'auto',
  lossSettings: {},
  outputs: {},
  classWeight: 'none',
  metrics: [],
  optimizer: { name: 'adam', settings: { ...optimizerSettings.adam } },
  learningRateSchedule: constantRate,
  batchSize: 64,
  epochs: 5,
  validationSplit: null,
  shuffle: true,
  seed: 1,
  preprocessing: 'auto',
  interpolation: 'bilinear',
  augmentation: initialAugmentation,
  featureCache: 'auto',
  earlyStopping: { enabled: false, monitor: 'validationLoss', patience: 3, minDelta: 0, restoreBestWeights: false },
};
