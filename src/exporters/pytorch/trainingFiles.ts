import { resolvedLosses } from '../../compile/fittingLoss';
import { type Plan, adapts } from '../../compile/plan';
import { takesDrawings } from '../../data/photos/drawings/takesDrawings';
import type { ExportedFiles, ExportedModel } from '../exporter';
import type { ModelText } from './modelText';
import { dataText } from './scripts/data';
import { lossesFile } from './scripts/losses';
import { metricsFile } from './scripts/metrics';
import { optimizerCall, optimizersFile } from './scripts/optimizers';
import { predictText } from './scripts/predict';
import { scheduleFile } from './scripts/schedules';
import { testText } from './scripts/test';
import { trainText } from './scripts/train';
import { trainingFile } from './scripts/training';
import type { ProjectData } from './training/arrays';
import { augmentationCall } from './training/augmentationLine';
import { settingsFile } from './training/settingsFile';

/** What `test_model.py` compares with: every layer's parameters and tensors, and what is trained. */
function expectedText({ totals }: Plan, { layers, tensors }: ModelText): string {
  const rows = layers.map(({ name, key, parameters }) => {
    const own = tensors.filter((tensor) => tensor.layer === key).map((tensor) => tensor.name);
    return `    ${JSON.stringify([name, parameters, own])}`;
  });
  const trained = tensors.filter(({ weight }) => weight.trainable).map(({ name }) => name);
  return `{\n  "parameters": ${totals.parameters},\n  "layers": [\n${rows.join(',\n')}\n  ],\n  "trained": ${JSON.stringify(trained)}\n}\n`;
}

/** What the samples of `predict.py` are on the command line. */
function givenAs(
  plan: Plan,
  dataset: string,
  { words, shapes, preparation }: ProjectData,
): Parameters<typeof predictText>[0] {
  const picture = plan.shapes[plan.inputs[0]!];
  if (picture?.length === 3) return takesDrawings(picture[2], dataset) ? 'drawings' : 'photos';
  if (words !== null) return 'texts';
  if (preparation !== null) return 'rows';
  return shapes[0]?.length === 1 ? 'numbers' : 'files';
}

/** Everything that trains the model, predicts and tests. */
export function trainingFiles(
  { document, plan, tests = true }: ExportedModel,
  model: ModelText,
  data: ProjectData,
  imagenet: boolean,
): ExportedFiles {
  const { training } = document;
  const call = optimizerCall(training.optimizer, 'parameters');
  const optimizers = optimizersFile(training.optimizer.name);
  const { enabled, restoreBestWeights } = training.earlyStopping;
  const restores = enabled && restoreBestWeights;
  const schedule = scheduleFile(training.learningRateSchedule.name);
  const judged = resolvedLosses(plan, training);
  const losses = judged.map(({ loss }) => loss);
  const changes = data.pixels ? augmentationCall(training.augmentation) : null;
  const settings = settingsFile(plan, training, model.tensors, data);
  return {
    'settings.py': settings,
    'data.py': dataText(changes),
    'losses.py': lossesFile(losses),
    'metrics.py': metricsFile(judged.flatMap(({ metrics }) => metrics)),
    ...(optimizers !== null && { 'optimizers.py': optimizers }),
    ...(schedule !== null && { 'schedule.py': schedule }),
    'training.py': trainingFile(training),
    'train.py': trainText(
      call,
      optimizers !== null,
      settings.includes('FINE_TUNED ='),
      training.learningRateSchedule.name,
      restores,
      adapts(plan),
    ),
    'predict.py': predictText(givenAs(plan, training.dataset, data), imagenet),
    ...(tests && { 'test_model.py': testText, 'model.json': expectedText(plan, model) }),
  };
}
