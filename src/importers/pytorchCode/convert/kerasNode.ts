import type { Config } from '../../kerasGraph/kerasGraph';
import type { Operation } from '../../onnx/operation';

/** Of a node that is a layer of Keras its class. */
export const className = (operation: Operation): string => operation.text('className', '');
/** And its arguments. */
export const configOf = (operation: Operation): Config => JSON.parse(operation.text('config', '{}')) as Config;
