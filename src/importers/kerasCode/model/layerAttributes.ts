import { noInput } from './noInput';
import type { Call, Layer, Machine, Value } from '../values/value';
import { list, native, none, text, truth, unknown } from '../values/make';
import { truthOf } from '../values/truth';
import { shapeTuple } from '../values/arrays';
import { fromJson } from '../keras/fromJson';
import { layersOf, setTrainable } from './models';
import { modelMethod } from './modelMethods';
import { connect, single } from './connect';
import { tensorsIn } from './tensor';

/** Methods that do nothing to a model's structure. */
const without = new Set(
  `summary save save_weights load_weights set_weights adapt reset_states reset_state evaluate export
  reset_metrics test_on_batch`.split(/\s+/),
);

/** `layer.name` of Keras's layers and models; what is not known here is an unknown value. */
export function layerAttribute(layer: Layer, name: string, machine: Machine, line: number): Value {
  const call = { machine, line, args: [], named: new Map() };
  switch (name) {
    case 'name':
    case '_name':
      return text(layer.name);
    case 'trainable':
      return truth(layer.trainable);
    case 'layers':
      // A list of its own: Keras's is, too.
      return list([...layersOf(layer)]);
    case 'layer':
    case 'forward_layer':
      return layer.inner[0] ?? unknown(`${layer.name}.${name}`, line);
    case 'input':
    case 'inputs':
    case 'output':
    case 'outputs':
      return ends(layer, name, call);
    case 'input_shape':
    case 'output_shape': {
      const tensors = tensorsIn(ends(layer, name === 'input_shape' ? 'input' : 'output', call));
      const [shape] = tensors.map((tensor) => tensor.shape);
      return shape ? shapeTuple(shape) : unknown(`${layer.name}.${name}`, line);
    }
    case '__class__':
      return { kind: 'native', name: layer.className, keras: layer.base, run: () => none };
    case 'call':
    case '__call__':
      return native(name, (inner) => {
        const inputs = inner.args.flatMap((value) => tensorsIn(value));
        if (inputs.length === 0) return unknown(layer.name, inner.line);
        return single(
          layer.model || layer.instance ? machine.tensorsOf(layer, inputs, inner) : connect(layer, inputs, inner),
        );
      });
    default:
      break;
  }
  if (without.has(name)) return native(name, (inner) => unknown(`${layer.name}.${name}(…)`, inner.line));
  const method = layer.model || layer.base === 'Model' ? modelMethod(layer, name) : null;
  if (method) return method;
  const setting = layer.config[name];
  return setting === undefined ? unknown(`${layer.name}.${name}`, line) : fromJson(setting);
}

/** What goes into a model or came into a layer, and what comes out. Throws `CodeError('noInput')`. */
function ends(layer: Layer, name: string, call: Call): Value {
  const isInput = name.startsWith('input');
  if (layer.model) {
    modelMethod(layer, 'build')?.run({ ...call, args: [] });
    const tensors = isInput ? layer.model.inputs : layer.model.outputs;
    if (tensors.length === 0) throw noInput(layer, call.line);
    return name.endsWith('s') ? list([...tensors]) : single(tensors);
  }
  const [first] = layer.calls;
  if (!first && layer.base === 'InputLayer') {
    const shape = layer.config['batch_shape'];
    const sizes = Array.isArray(shape) ? shape.map((size: unknown) => (typeof size === 'number' ? size : null)) : null;
    return { kind: 'tensor', layer, call: null, index: 0, shape: sizes, dtype: 'float32' };
  }
  if (!first) return unknown(`${layer.name}.${name}`, call.line);
  return single(isInput ? first.inputs : first.outputs);
}

/** `layer.name = value`. */
export function setLayerAttribute(layer: Layer, name: string, value: Value, machine: Machine): void {
  if (name === 'trainable') {
    const known = truthOf(value);
    if (known !== null) setTrainable(layer, known, machine);
  } else if ((name === 'name' || name === '_name') && value.kind === 'string') layer.name = value.value;
  else if (name === 'activation') {
    const activation = value.kind === 'thing' || value.kind === 'native' || value.kind === 'string' ? value : null;
    if (activation)
      layer.config = { ...layer.config, activation: activation.kind === 'string' ? activation.value : activation.name };
  }
}
