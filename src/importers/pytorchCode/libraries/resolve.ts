import { native, none } from '../../kerasCode/values/make';
import type { Value } from '../../kerasCode/values/value';
import { python } from '../../kerasCode/builtins/python';
import { nameMeaning, resolver } from '../../kerasCode/libraries/resolve';
import type { TorchSession } from '../session';
import { NeuralModules } from './nn';
import { torchMember } from './torch';
import { exportedLayers } from '../exported/index';
import { summary, visionMember } from './vision';

/** Modules by the names that everybody gives them. */
const usual: Readonly<Record<string, string>> = {
  torch: 'torch',
  nn: 'torch.nn',
  F: 'torch.nn.functional',
  optim: 'torch.optim',
  init: 'torch.nn.init',
  torchvision: 'torchvision',
  transforms: 'torchvision.transforms',
  datasets: 'torchvision.datasets',
  models: 'torchvision.models',
  np: 'numpy',
  numpy: 'numpy',
  math: 'math',
  os: 'os',
  sys: 'sys',
  plt: 'matplotlib.pyplot',
  pd: 'pandas',
};

export interface TorchLibraries {
  readonly modules: NeuralModules;
  resolve(path: string): Value;
  meaning(name: string, stars: readonly string[]): Value | null;
}

/** What paths and names mean in code for PyTorch. */
export function torchLibraries(session: TorchSession, isExported = false): TorchLibraries {
  const modules = new NeuralModules(session);
  const own = isExported ? exportedLayers(modules.base, session) : null;
  const others = resolver();
  const known = new Map<string, Value>();
  const describe = summary(session);
  const member = (path: string): Value => {
    const [first, ...rest] = path.split('.');
    const name = rest.at(-1) ?? '';
    const exported = own?.(path);
    if (exported) return exported;
    if (first === 'torch') return torchMember(path, session, modules);
    if (first === 'torchvision') return visionMember(path, session);
    if ((first === 'torchsummary' || first === 'torchinfo') && name === 'summary') return describe;
    if (name === 'OrderedDict') return python('dict')!;
    if (first === 'typing' && name === 'cast') return native(name, ({ args }) => args[1] ?? none);
    if (first === 'functools' && name.endsWith('cache')) return native(name, ({ args }) => args[0] ?? none);
    return others(path);
  };
  const resolve = (path: string): Value => {
    const plain = path.replace(/^torch\.nn\.modules\.\w+\.(?=[A-Z])/, 'torch.nn.').replace(/^\.+/, '');
    const before = known.get(plain);
    if (before) return before;
    const value = member(plain);
    known.set(plain, value);
    return value;
  };
  return {
    modules,
    resolve,
    meaning: nameMeaning(resolve, usual, (name) => {
      if (name === 'OrderedDict') return python('dict');
      if (name === 'summary') return describe;
      // A text without its imports.
      return /^[A-Z]\w*(\dd|LU|Linear)$|^(Linear|Sequential|Flatten|Dropout|LSTM|GRU)$/.test(name)
        ? modules.member(name)
        : null;
    }),
  };
}
