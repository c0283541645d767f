import { snakeCase } from '../../compile/identifiers';
import { isConfig, isList, member, textAt } from '../kerasGraph/json';
import type { Config, Json, KerasLayer } from '../kerasGraph/kerasGraph';
import type { Dialect } from './dialect';
import { firstKeras } from './firstKeras';
import { isBareOperation } from './bareOperation';
import { renamedClasses, secondKeras } from './secondKeras';

/** Configurations in configurations, deeper than any layer's. */
const deepest = 16;

/** A layer as Keras 3 would write it: class, names of arguments, and what was another value by itself. */
export function layerAsNow(layer: KerasLayer, dialect: Dialect): KerasLayer {
  const snaked = dialect.keras === 3 ? layer : { ...layer, config: snakeKeys(layer.config) };
  const second = dialect.keras === 1 ? firstKeras(snaked) : snaked;
  return operation(asNow(unwrapped(second), dialect, 0), dialect);
}

function asNow(layer: KerasLayer, dialect: Dialect, depth: number): KerasLayer {
  const className = renamedClasses[layer.className] ?? layer.className;
  const renamed = { ...layer, className };
  const now = dialect.keras === 3 ? renamed : secondKeras(renamed, layer.className);
  const inner = now.config['layer'];
  if (!isConfig(inner) || depth > deepest) return now;
  const inside = innerAsNow(inner, dialect, depth + 1);
  const back = now.config['backward_layer'];
  const backward = isConfig(back) ? { backward_layer: innerAsNow(back, dialect, depth + 1) } : {};
  return { ...now, config: { ...now.config, layer: inside, ...backward } };
}

/** The layer in a wrapper. */
function innerAsNow(inner: Config, dialect: Dialect, depth: number): Json {
  const config = inner['config'];
  const className = textAt(inner, 'class_name');
  if (className === null || !isConfig(config) || isList(member(config, 'layers'))) return inner;
  const layer = { name: textAt(config, 'name') ?? '', className, module: '', config, calls: [] };
  const now = asNow(dialect.keras === 1 ? firstKeras(layer) : layer, dialect, depth);
  return { ...inner, class_name: now.className, config: now.config };
}

/** TensorFlow.js once wrote arguments as JavaScript spells them. */
function snakeKeys(config: Config, depth = 0): Config {
  const entries = Object.entries(config).map(([key, each]) => [
    /^[a-z][a-z0-9]*([A-Z][a-z0-9]*)+$/.test(key) ? snakeCase(key) : key,
    snakeInside(each, depth + 1),
  ]);
  return Object.fromEntries(entries) as Config;
}

function snakeInside(value: Json, depth: number): Json {
  if (depth > deepest) return value;
  if (isList(value)) return value.map((each) => snakeInside(each, depth + 1));
  return isConfig(value) ? snakeKeys(value, depth) : value;
}

/** Wrappers that only change how a layer is trained or stored; what they wrap computes nearly the same alone. */
const wrappers = /^(QuantizeWrapper(V2)?|QuantizeAnnotate|PruneLowMagnitude|ClusterWeights)$/;

/** The layer in such a wrapper, under the wrapper's name. */
function unwrapped(layer: KerasLayer): KerasLayer {
  const inner = layer.config['layer'];
  const className = textAt(inner, 'class_name');
  const config = member(inner, 'config');
  const bare = layer.className.replace(/^.*>/, '');
  if (bare === 'QuantizeLayer')
    return { ...layer, className: 'Identity', module: 'keras.layers', config: wrapped(layer, {}) };
  if (!wrappers.test(bare) || className === null || !isConfig(config)) return layer;
  return { ...layer, className, module: 'keras.layers', config: wrapped(layer, config) };
}

const wrapped = ({ name, className, config }: KerasLayer, own: Config): Config => ({
  ...own,
  name,
  trainable: config['trainable'] ?? true,
  wrapped_by: className.replace(/^.*>/, ''),
});

/** A call of a function as a layer: TensorFlow's `TFOpLambda`, Keras 3's operations, and what TensorFlow 1 kept of its graph. */
function operation(layer: KerasLayer, dialect: Dialect): KerasLayer {
  if (layer.className === 'TFOpLambda' || layer.className === 'SlicingOpLambda') {
    const name = textAt(layer.config, 'function') ?? '';
    return { ...layer, module: 'keras.ops', className: name.split('.').at(-1)! };
  }
  if (/^keras(\.src)?\.ops\b/.test(layer.module) || (dialect.keras === 3 && isBareOperation(layer))) {
    const name = snakeCase(layer.className.replace(/^([A-Z]+)(?=[A-Z][a-z])/, (letters) => letters.toLowerCase()));
    return { ...layer, module: 'keras.ops', className: name };
  }
  return layer;
}
