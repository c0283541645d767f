import type { OnnxWriter } from '../onnxWriter';
import { type GraphNode, flagAt } from '../graphNode';

/** How TensorFlow lays the pixels of a larger picture over those of the smaller one. */
function places(node: GraphNode): string {
  if (flagAt(node, 'align_corners')) return 'align_corners';
  return flagAt(node, 'half_pixel_centers') ? 'half_pixel' : 'asymmetric';
}

/** `ResizeBilinear` and `ResizeNearestNeighbor` to the height and width that come in second. */
export const resized =
  (mode: 'linear' | 'nearest') =>
  (writer: OnnxWriter, node: GraphNode): void => {
    const [input = '', size = ''] = node.inputs;
    const first = writer.first(input);
    const own = writer.put('Shape', [first], writer.fresh(), node.name);
    const kept = writer.put('Slice', [own], writer.fresh(), node.name, { starts: { ints: [0] }, ends: { ints: [2] } });
    const sizes = writer.put('Concat', [kept, size], writer.fresh(), node.name, { axis: { int: 0 } });
    const at = places(node);
    const inside = writer.fresh();
    writer.put('Resize', [first, '', '', sizes], inside, writer.nameOf(node, 'up'), {
      mode: { text: mode },
      coordinate_transformation_mode: { text: at },
      nearest_mode: { text: at === 'asymmetric' ? 'floor' : 'round_prefer_ceil' },
    });
    writer.last(inside, node.name);
  };
