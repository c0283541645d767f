import { type Plan, runnable } from '../../compile/plan';
import { fileText, safeFileName } from '../../formats/file';
import { npz } from '../../formats/npz';
import { answerClasses, classesFile, classesText } from '../answerClasses';
import type { ExportSupplies, ExportedFiles, ExportedModel, StoredSample } from '../exporter';
import { ExportRefused } from '../exportRefused';
import { type ModelText, modelText } from './modelText';
import { photoChanges } from './python/photoChanges';
import { initializers } from './scripts/initializers';
import { layersFile } from './python/index';
import { pyprojectFile } from './pyprojectFile';
import { readmeFile } from './readmeFile';
import { trainingFiles } from './trainingFiles';
import { projectData } from './training/arrays';
import { weightsFile } from './weightsFile';

/** Throws `ExportRefused` where the plan has no form in PyTorch. */
function checked(plan: Plan): ModelText {
  const model = modelText(plan);
  const [refused] = model.refused;
  if (!refused) return model;
  const { step, layer, reason } = refused;
  throw new ExportRefused({ code: 'layerRefused', where: step, data: { target: 'PyTorch', layer, reason } });
}

const sampleText = ({ shape, input, output }: StoredSample) =>
  `${JSON.stringify({ input: { shape, values: [...input] }, output: [...output] })}\n`;

/** The model as a PyTorch project. Rejects with `ExportRefused`, `WeightsMismatch`, and what a supply rejects with. */
export async function exportProject(exported: ExportedModel, supplies: ExportSupplies): Promise<ExportedFiles> {
  const { document, plan, tests = true, language = 'en' } = exported;
  const model = checked(plan);
  const weights = await supplies.weights();
  if (!runnable(plan)) return { 'model.py': model.text };
  const sample = weights === null || !tests ? null : await supplies.sample();
  const classes = await answerClasses(exported, supplies);
  const data = projectData(plan, document.training, await supplies.data());
  const files = trainingFiles(exported, model, data, classes !== null);
  const augments = data.pixels && document.training.augmentation.enabled;
  const changes = augments ? [photoChanges] : [];
  const layers = layersFile([...model.parts, ...changes]);
  const contents = {
    weights: weights !== null,
    sample: sample !== null,
    data: data.files !== null,
    tests,
    layers: layers !== null,
    optimizers: 'optimizers.py' in files,
    augments,
  };
  return {
    'README.md': readmeFile(plan, document.training, contents, language),
    'pyproject.toml': pyprojectFile(plan),
    '.gitignore': '__pycache__/\n.venv/\ntrained/\n',
    [`${safeFileName(document.title)}.deepbrick.json`]: fileText(document),
    'model.py': model.text,
    ...(layers !== null && { 'layers.py': layers }),
    ...(model.text.includes('import initializers') && { 'initializers.py': initializers }),
    ...files,
    ...(classes && { [classesFile]: classesText(classes) }),
    ...(data.files && { 'data/data.npz': await npz(data.files) }),
    ...(data.words && { 'data/words.json': `${JSON.stringify(data.words)}\n` }),
    ...(data.preparation && { 'data/preparation.json': `${JSON.stringify(data.preparation)}\n` }),
    ...(weights && { 'weights.safetensors': weightsFile(plan, model.tensors, weights) }),
    ...(sample && { 'sample.json': sampleText(sample) }),
  };
}
