import type { Result } from '../../document/result';
import type { Library } from '../../document/template';
import { tfjsGraphTensors } from '../../formats/weights/tfjsModel';
import type { NamedBlob } from '../../formats/weights/weightFile';
import { wholeTensor } from '../../formats/weights/wholeTensor';
import type { ImportHelp, ImportTrouble, Imported } from '../importer';
import { isConfig, member } from '../kerasGraph/json';
import type { Json } from '../kerasGraph/kerasGraph';
import type { OnnxConstant } from '../onnx/file/onnxGraph';
import { layersOf } from '../onnx/layersOf';
import { onnxDocument } from '../onnx/onnxDocument';
import { asOnnx } from './asOnnx';

async function constantsOf(file: NamedBlob, model: Json, beside: readonly NamedBlob[]) {
  const constants = new Map<string, OnnxConstant>();
  for (const tensor of tfjsGraphTensors(file.name, model, [file, ...beside])) {
    const values = await wholeTensor(tensor);
    constants.set(tensor.name, { dims: tensor.shape, values: tensor.isWhole ? Array.from(values) : values });
  }
  return constants;
}

/** Names of what the model is asked for. */
function outputsOf(model: Json): readonly string[] {
  const signature = member(model, 'signature') ?? member(member(model, 'userDefinedMetadata'), 'signature');
  const outputs = member(signature, 'outputs');
  return Object.values(isConfig(outputs) ? outputs : {}).flatMap((each) => {
    const name = member(each, 'name');
    return typeof name === 'string' ? [name] : [];
  });
}

/** What the model is called where the file says no name: as its folder or file. */
const titleOf = ({ name }: NamedBlob) => name.replace(/^.*[/\\]/, '').replace(/\.json$/i, '');

/** A graph model of TensorFlow.js as a document: its operators as bricks, its constants as weights. */
export async function readGraph(
  file: NamedBlob,
  model: Json,
  library: Library,
  help: ImportHelp,
): Promise<Result<Imported, ImportTrouble>> {
  const { beside = [], shapes = {} } = help;
  const read = async () => {
    const constants = await constantsOf(file, model, beside);
    const topology = member(model, 'modelTopology');
    return asOnnx({ topology, outputs: outputsOf(model), constants, shapes }, titleOf(file));
  };
  const layers = await layersOf(read, { name: file.name, title: titleOf(file) });
  return onnxDocument(layers, library, help);
}
