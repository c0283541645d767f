import type { OnnxNode } from '../../onnx/file/onnxGraph';
import type { Operation } from '../../onnx/operation';
import { pictureAt } from '../../onnx/operators/windows';

const maker = ({ conversion }: Operation, name: string): OnnxNode | undefined =>
  conversion.graph.nodes.find(({ outputs }) => outputs[0] === name);

/** A picture in another size. */
export function resizing(operation: Operation): void {
  const input = pictureAt(operation, 0);
  const [height, width] = operation.ints('sizes') as [number, number];
  const crops = maker(operation, operation.node.inputs[0]!)?.op === 'CropToRatio';
  const config = {
    height,
    width,
    interpolation: operation.text('interpolation', 'bilinear'),
    ...(crops ? { crop_to_aspect_ratio: true } : {}),
  };
  const { name } = operation.layer('Resizing', config, [input]);
  operation.give({ ...input, layer: name, dims: [...input.dims.slice(0, 2), height, width] });
}
