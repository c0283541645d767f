import type { Value } from '../values/value';
import { float, module, native, none, unknown } from '../values/make';
import { plainThing } from '../keras/things';
import { python } from '../builtins/python';
import { argumentParser } from './argparse';
import { arrayFunction, mathFunction } from './arrays';
import { kerasMember, kerasName } from './keras';
import { plainPath } from './paths';
import { scikitMember } from './scikit';
import { tensorflowMember } from './tensorflow';

/** What a path of a library is: Keras's classes and functions, what TensorFlow and NumPy do with shapes; else only its name. */
export function resolver(): (path: string) => Value {
  const known = new Map<string, Value>();
  return (path) => {
    const plain = plainPath(path);
    const before = known.get(plain);
    if (before) return before;
    const value = memberAt(plain);
    known.set(plain, value);
    return value;
  };
}

const constants: Readonly<Record<string, Value>> = {
  'math.pi': float(Math.PI),
  'math.e': float(Math.E),
  'numpy.pi': float(Math.PI),
  'numpy.newaxis': none,
  'tensorflow.newaxis': none,
};

function memberAt(path: string): Value {
  if (Object.hasOwn(constants, path)) return constants[path]!;
  const parts = path.split('.');
  const name = parts.at(-1)!;
  switch (parts[0]) {
    case 'keras':
      return kerasMember(path);
    case 'tensorflow':
      return tensorflowMember(path);
    case 'numpy':
      if (parts.length === 1 || name === 'random') return module(path);
      if (/^(float|int|uint|bool)\d*$/.test(name)) return plainThing('keras.dtypes', name);
      return native(path, (call) => arrayFunction(name, call) ?? unknown(path, call.line));
    case 'math':
      return parts.length === 1 ? module(path) : native(path, (call) => mathFunction(name, call));
    case 'sklearn':
      return scikitMember(name) ?? module(path);
    case 'argparse':
      return name === 'ArgumentParser' ? argumentParser : module(path);
    case 'functools':
      return name === 'partial' ? partial : module(path);
    default:
      return module(path);
  }
}

/** `functools.partial(function, …)`. */
const partial = native('partial', ({ args: [target, ...given], named }) =>
  native('partial', (call) => {
    const all = { ...call, args: [...given, ...call.args], named: new Map([...named, ...call.named]) };
    return target ? call.machine.call(target, all) : none;
  }),
);

/** Modules by the names that everybody gives them. */
const usual: Readonly<Record<string, string>> = {
  keras: 'keras',
  tf: 'tensorflow',
  tensorflow: 'tensorflow',
  np: 'numpy',
  numpy: 'numpy',
  math: 'math',
  layers: 'keras.layers',
  models: 'keras.models',
  K: 'keras.backend',
  ops: 'keras.ops',
  optimizers: 'keras.optimizers',
  regularizers: 'keras.regularizers',
  initializers: 'keras.initializers',
  activations: 'keras.activations',
  applications: 'keras.applications',
  losses: 'keras.losses',
  metrics: 'keras.metrics',
  callbacks: 'keras.callbacks',
  mnist: 'keras.datasets.mnist',
  fashion_mnist: 'keras.datasets.fashion_mnist',
  cifar10: 'keras.datasets.cifar10',
  cifar100: 'keras.datasets.cifar100',
  imdb: 'keras.datasets.imdb',
  reuters: 'keras.datasets.reuters',
  boston_housing: 'keras.datasets.boston_housing',
  os: 'os',
  sys: 'sys',
  plt: 'matplotlib.pyplot',
  pd: 'pandas',
};

/**
 * What a name means that the text gives nothing to: of Python, of a module all of whose names are imported, as people
 * `usually` call modules, or what is left to `otherwise`.
 */
export function nameMeaning(
  resolve: (path: string) => Value,
  usually: Readonly<Record<string, string>> = usual,
  otherwise: (name: string) => Value | null = kerasName,
): (name: string, stars: readonly string[]) => Value | null {
  return (name, stars) => {
    const builtin = python(name);
    if (builtin) return builtin;
    for (const star of stars.toReversed()) {
      const value = resolve(`${star}.${name}`);
      if (value.kind !== 'module') return value;
    }
    if (Object.hasOwn(usually, name)) return resolve(usually[name]!);
    return otherwise(name);
  };
}
