import { type Plan, runnable } from '../../compile/plan';
import { resolvedLosses } from '../../compile/fittingLoss';
import { npz } from '../../formats/npz';
import type { ExportSupplies, ExportedFiles, ExportedModel, StoredSample } from '../exporter';
import { ExportRefused } from '../exportRefused';
import { type ModelText, modelText } from './modelText';
import { photoChanges } from './python/photoChanges';
import { dataText } from './scripts/data';
import { initializers } from './scripts/initializers';
import { layersFile } from './python/index';
import { lossesFile } from './scripts/losses';
import { optimizerCall, optimizersFile } from './scripts/optimizers';
import { predictText } from './scripts/predict';
import { testText } from './scripts/test';
import { trainText } from './scripts/train';
import { trainingText } from './scripts/training';
import { pyprojectFile } from './pyprojectFile';
import { readmeFile } from './readmeFile';
import { type ProjectData, projectData } from './training/arrays';
import { augmentationCall } from './training/augmentationLine';
import { settingsFile } from './training/settingsFile';
import { weightsFile } from './weightsFile';

/** Throws `ExportRefused` where the plan has no form in PyTorch. */
function checked(plan: Plan): ModelText {
  const model = modelText(plan);
  const [refused] = model.refused;
  if (!refused) return model;
  const { step, layer, reason } = refused;
  throw new ExportRefused({ code: 'layerRefused', where: step, data: { target: 'PyTorch', layer, reason } });
}

/** What `test_model.py` compares with: every layer's parameters and tensors, and what is trained. */
function expectedText({ totals }: Plan, { layers, tensors }: ModelText): string {
  const rows = layers.map(({ name, key, parameters }) => {
    const own = tensors.filter((tensor) => tensor.layer === key).map((tensor) => tensor.name);
    return `    ${JSON.stringify([name, parameters, own])}`;
  });
  const trained = tensors.filter(({ weight }) => weight.trainable).map(({ name }) => name);
  return `{\n  "parameters": ${totals.parameters},\n  "layers": [\n${rows.join(',\n')}\n  ],\n  "trained": ${JSON.stringify(trained)}\n}\n`;
}

const sampleText = ({ shape, input, output }: StoredSample) =>
  `${JSON.stringify({ input: { shape, values: [...input] }, output: [...output] })}\n`;

/** Everything that trains the model, predicts and tests. */
function trainingFiles(
  { document, plan, tests = true }: ExportedModel,
  model: ModelText,
  data: ProjectData,
): ExportedFiles {
  const { training } = document;
  const call = optimizerCall(training.optimizer, 'parameters');
  const optimizers = optimizersFile(training.optimizer.name);
  const losses = resolvedLosses(plan, training).map(({ loss }) => loss);
  const changes = data.pixels ? augmentationCall(training.augmentation) : null;
  return {
    'settings.py': settingsFile(plan, training, model.tensors, data),
    'data.py': dataText(changes),
    'losses.py': lossesFile(losses),
    ...(optimizers !== null && { 'optimizers.py': optimizers }),
    'training.py': trainingText,
    'train.py': trainText(call, optimizers !== null),
    'predict.py': predictText,
    ...(tests && { 'test_model.py': testText, 'model.json': expectedText(plan, model) }),
  };
}

/** The model as a PyTorch project. Rejects with `ExportRefused`, `WeightsMismatch`, and what a supply rejects with. */
export async function exportProject(exported: ExportedModel, supplies: ExportSupplies): Promise<ExportedFiles> {
  const { document, plan, tests = true } = exported;
  const model = checked(plan);
  const weights = await supplies.weights();
  if (!runnable(plan)) return { 'model.py': model.text };
  const sample = weights === null || !tests ? null : await supplies.sample();
  const data = projectData(plan, document.training, await supplies.data());
  const files = trainingFiles(exported, model, data);
  const changes = data.pixels && document.training.augmentation.enabled ? [photoChanges] : [];
  const layers = layersFile([...model.parts, ...changes]);
  const contents = {
    weights: weights !== null,
    sample: sample !== null,
    data: data.files !== null,
    tests,
    layers: layers !== null,
    optimizers: 'optimizers.py' in files,
  };
  return {
    'README.md': readmeFile(plan, contents),
    'pyproject.toml': pyprojectFile(plan),
    '.gitignore': '__pycache__/\n.venv/\ntrained.safetensors\ncurves.csv\n',
    'model.py': model.text,
    ...(layers !== null && { 'layers.py': layers }),
    ...(model.text.includes('import initializers') && { 'initializers.py': initializers }),
    ...files,
    ...(data.files && { 'data/data.npz': await npz(data.files) }),
    ...(weights && { 'weights.safetensors': weightsFile(plan, model.tensors, weights) }),
    ...(sample && { 'sample.json': sampleText(sample) }),
  };
}
