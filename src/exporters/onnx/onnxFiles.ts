import { commentText } from '../../compile/commentText';
import { type Plan, runnable } from '../../compile/plan';
import { type WeightTensors, WeightsMismatch, weightsFit } from '../../formats/weights/weightTensors';
import { type ExportTrouble, ExportRefused } from '../exportRefused';
import type { ExportedFiles, ExportedModel } from '../exporter';
import { onnxModel } from './onnxModel';
import { readmeFile } from './readmeFile';
import { modelBytes } from './writing/modelBytes';
import { modelText } from './writing/modelText';

const target = 'ONNX';
/** What protobuf can hold in one message, in bytes, with room for all that is not weights. */
const limit = 2 ** 31 - 2 ** 24;

/** What a model with a layer that does not leave says in place of its operators. */
const reasonText = ({ where, data }: ExportTrouble) =>
  `// ${commentText(String(where))} is not in it: ${JSON.stringify(data)}\n`;

/** The layers in the editor: some are for training only, and others have other characters there. */
const layersText = ({ steps }: Plan) =>
  ['', '// Layers in the editor', ...steps.map(({ name, call }) => `// ${commentText(name)}: ${call.keras}`), ''].join(
    '\n',
  );

/** The operators as text. Never throws. */
export function onnxText(model: ExportedModel): string {
  const { plan } = model;
  const head = `// ${commentText(plan.title) || 'Model'}: ONNX, exported by DeepBrick.\n`;
  if (!runnable(plan))
    return `${head}// The model has open problems in the editor: it cannot be written yet.\n${layersText(plan)}`;
  try {
    return `${modelText(onnxModel(model, null))}${layersText(plan)}`;
  } catch (error) {
    if (error instanceof ExportRefused) return head + reasonText(error.trouble) + layersText(plan);
    throw error;
  }
}

/**
 * The model with its weights, its operators as text, and how to run it. Throws `ExportRefused`, and `WeightsMismatch`
 * for weights of another model.
 */
export function onnxFiles(model: ExportedModel, weights: WeightTensors | null): ExportedFiles {
  const { plan } = model;
  if (!runnable(plan)) throw new ExportRefused({ code: 'openProblems', where: null, data: { target } });
  const bytes = plan.totals.parameters * 4;
  if (bytes > limit) throw new ExportRefused({ code: 'tooLarge', where: null, data: { target, bytes, limit } });
  // What a layer cannot be is said before weights are asked for.
  onnxModel(model, null);
  if (weights === null && plan.totals.parameters > 0) {
    throw new ExportRefused({ code: 'weightsNeeded', where: null, data: { target } });
  }
  if (weights !== null && !weightsFit(plan, weights)) {
    throw new WeightsMismatch(`The weights do not fit "${plan.title}".`);
  }
  const written = onnxModel(model, weights);
  return { 'model.onnx': modelBytes(written), 'graph.txt': onnxText(model), 'README.md': readmeFile(model, written) };
}
