import { snakeCase } from '../../compile/identifiers';
import type { KerasLayer } from '../kerasGraph/kerasGraph';
import { isOperation } from '../kerasGraph/operations/partsOf';

/** Arguments that operations of Keras 3 have in their configuration. */
const operationArguments = new Set(
  [
    'name axis axes axis1 axis2 source destination keepdims newshape shape x_min x_max alpha negative_slope approximate',
    'threshold order epsilon pad_width mode repeats indices_or_sections num size interpolation antialias b max_value',
    'crop_to_aspect_ratio pad_to_aspect_ratio fill_mode fill_value data_format pool_size strides padding initial dtype',
  ].flatMap((names) => names.split(' ')),
);

/** Classes of layers that no operation of Keras 3 is called like. */
const layersAlone = /^(Flatten|Average|Dropout|Identity)$/;

/**
 * Whether a layer of Keras 3's `.h5` is an operation: the file leaves out from which module it is, and its configuration
 * has no `trainable` as all layers have.
 */
export function isBareOperation({ module, className, config, calls }: KerasLayer): boolean {
  if (module !== '' || calls.length === 0 || layersAlone.test(className)) return false;
  const isPlain = Object.keys(config).every((name) => operationArguments.has(name));
  // The layer joins along the last axis where none is said, the operation along the first.
  const isSaid = className !== 'Concatenate' || config['axis'] !== undefined;
  return isPlain && isSaid && /^([A-Z][a-z0-9]+)+$/.test(className) && isOperation(snakeCase(className));
}
