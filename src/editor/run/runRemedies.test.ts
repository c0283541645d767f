import { expect, test } from 'vitest';
import { emptyDocument } from '../../document/document';
import { applyFix } from '../../document/edits/fixes';
import { type Training, initialTraining } from '../../document/training';
import { type OptimizerName, optimizerSettings, optimizers } from '../../document/training/trainingChoices';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import { rateOf } from '../../engine/soundness/namedCause';
import { fixText } from '../../i18n/troubles/mistakes/fixText';
import { engineTroubleText } from '../../i18n/troubles/engineTrouble';
import { library } from '../../../templates/index';
import { runRemedies } from './runRemedies';

const trained = (name: OptimizerName, learningRate: number): Training => ({
  ...initialTraining,
  optimizer: { name, settings: { ...optimizerSettings[name], learningRate } },
});

type Made = (training: Training) => EngineTrouble;
const troubles: Readonly<Record<string, Made>> = {
  stuck: ({ optimizer }) => ({ code: 'stuckLoss', data: { epoch: 2, loss: 14, ...rateOf(optimizer) } }),
  absurd: ({ optimizer }) => ({
    code: 'absurdLoss',
    data: { epoch: 1, loss: 1e9, cause: { kind: 'learningRate', ...rateOf(optimizer) } },
  }),
  dead: ({ optimizer }) => ({
    code: 'notANumber',
    data: {
      part: 'training',
      epoch: 1,
      batch: 2,
      outputs: ['end'],
      cause: { kind: 'learningRate', ...rateOf(optimizer) },
    },
  }),
};
const after = (training: Training, error: EngineTrouble) => {
  const [fix] = runRemedies(error, training);
  const places = { items: new Map() };
  return applyFix(fix!, library, places)({ ...emptyDocument('t'), training }).training;
};

test.each(
  optimizers.flatMap((name) =>
    Object.keys(troubles).flatMap((kind) => [1e25, 1000, 1, 0.05].map((rate) => [name, kind, rate] as const)),
  ),
)(
  '%s, %s at %d: one step lowers the rate to the one that the text names, and is offered no more',
  (name, kind, rate) => {
    const training = trained(name, rate);
    const error = troubles[kind]!(training);
    const [fix] = runRemedies(error, training);
    const mended = after(training, error);
    const { learningRate } = mended.optimizer.settings;
    expect(learningRate).toBeLessThan(rate);
    expect(mended.optimizer.name).toBe(name);
    for (const language of ['en', 'ko'] as const) {
      expect(engineTroubleText(error, language)).toContain(String(learningRate));
      expect(fixText(fix!, language, library)).toContain(String(learningRate));
    }
    expect(runRemedies(error, mended)).toEqual([]);
  },
);

test('a loss that has no value for the outputs is set to auto, once', () => {
  const data = { part: 'training', epoch: 1, batch: 1, outputs: [], cause: { kind: 'loss' } } as const;
  const error: EngineTrouble = { code: 'notANumber', data };
  const training: Training = { ...initialTraining, loss: 'poisson' };
  const mended = after(training, error);
  expect(mended.loss).toBe('auto');
  expect(runRemedies(error, mended)).toEqual([]);
});

test('a batch that is too large for the device becomes the largest that fits, once', () => {
  const data = { what: 'total', name: 'VGG16', bytes: 4e9, limit: 2e9, batchSize: 7 } as const;
  const error: EngineTrouble = { code: 'tooLarge', data };
  const mended = after(initialTraining, error);
  expect(mended.batchSize).toBe(7);
  expect(runRemedies(error, mended)).toEqual([]);
  expect(runRemedies({ code: 'tooLarge', data: { ...data, batchSize: null } }, initialTraining)).toEqual([]);
});

test.each([
  { code: 'notTrained', data: {} },
  { code: 'notANumber', data: { part: 'training', epoch: 1, batch: 1, outputs: [], cause: { kind: 'model' } } },
] as const)('%j has no remedy of one step', (error) => {
  expect(runRemedies(error as EngineTrouble, initialTraining)).toEqual([]);
});
