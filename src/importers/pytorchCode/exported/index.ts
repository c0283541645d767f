import { native, unknown } from '../../kerasCode/values/make';
import type { Call, ClassValue, NativeValue, Value } from '../../kerasCode/values/value';
import { Arguments } from '../arguments';
import { layerClass } from '../modules/layerClass';
import type { TorchOperation } from '../operations/operation';
import type { TorchSession } from '../session';
import { exportedFunctions, exportedUses } from './functions';
import { exportedNoise } from './noise';
import { exportedNormalizations } from './normalization';
import { exportedRecurrent } from './recurrent';

const classes = { ...exportedNormalizations, ...exportedNoise, ...exportedRecurrent };

/** A function of `layers.py`: only the tensors of a model go into it. */
function functionOf(name: string, { signature, run }: TorchOperation, session: TorchSession): NativeValue {
  return native(name, (call: Call) => {
    const { trace } = session;
    return trace === null ? unknown(`${name}(…)`, call.line) : run(Arguments.of(name, signature, call), trace);
  });
}

/** What our own projects have in `layers.py`, by its names; null for any other name. Nothing of that file is run. */
export function exportedLayers(base: ClassValue, session: TorchSession): (path: string) => Value | null {
  return (path) => {
    if (Object.hasOwn(exportedUses, path)) return functionOf(path, exportedUses[path]!, session);
    const name = /^(?:layers\.|torch\.(?=identity_layer$))(\w+)$/.exec(path)?.[1] ?? '';
    if (Object.hasOwn(classes, name)) return layerClass(name, classes[name]!, base, session);
    if (Object.hasOwn(exportedFunctions, name)) return functionOf(name, exportedFunctions[name]!, session);
    return null;
  };
}
