import type { NamedArgument } from '../../../brick/namedArgument';
import { snakeCase } from '../../../compile/identifiers';
import { type PlacedTensor, kerasView } from './placed';

/** What PyTorch's own functions do as Keras's. */
const own: Readonly<Record<string, (view: string, settings: Readonly<Record<string, number>>) => string>> = {
  zeros: (view) => `nn.init.zeros_(${view})`,
  ones: (view) => `nn.init.ones_(${view})`,
  constant: (view, { value }) => `nn.init.constant_(${view}, ${value})`,
  randomUniform: (view, { minval, maxval }) => `nn.init.uniform_(${view}, ${minval}, ${maxval})`,
  randomNormal: (view, { mean, stddev }) => `nn.init.normal_(${view}, ${mean}, ${stddev})`,
};

function startOf(view: string, { name, settings }: NamedArgument): string[] {
  const numbers = settings as Readonly<Record<string, number>>;
  const print = own[name];
  if (print) return [print(view, numbers)];
  if (name === 'unitForgetBias') {
    const { of, ...rest } = settings;
    const below = of === 'zeros' ? [] : startOf(view, { role: 'initializer', name: String(of), settings: rest });
    return [...below, `initializers.open_forget_gate_(${view})`];
  }
  const spelled = snakeCase(name.replace(/^leCun/, 'lecun'));
  const usual = Object.entries(numbers).filter(([setting, value]) => !(setting === 'gain' && value === 1));
  const given = usual.map(([setting, value]) => `, ${snakeCase(setting)}=${value}`);
  return [`initializers.${spelled}_(${view}${given.join('')})`];
}

const common = /nn\.(?:Conv(?:Transpose)?\dd|Linear)/g;

/** Kernels with Glorot's uniform distribution and biases of 0, as most are: one loop starts them. */
const usually = ({ module, weight, shape, loosely, of }: PlacedTensor) =>
  /^nn\.(Conv|Linear|Sequential)/.test(module) &&
  (of === 'bias'
    ? weight.initializer.name === 'zeros'
    : weight.initializer.name === 'glorotUniform' && (!shape || loosely));

/** Statements that start every weight as Keras does; what a module starts so itself is left out. */
export function startLines(tensors: readonly PlacedTensor[]): string[] {
  const usual = tensors.filter(usually);
  const classes = [...new Set(usual.flatMap(({ module }) => module.match(common) ?? []))].toSorted();
  const kinds = classes.length === 1 ? classes[0] : `(${classes.join(', ')})`;
  const biased = usual.some(({ of }) => of === 'bias');
  const certain = tensors.every(({ module }) => !module.includes('bias=False'));
  const zeros = certain
    ? ['        nn.init.zeros_(module.bias)']
    : ['        if module.bias is not None:', '            nn.init.zeros_(module.bias)'];
  const loop = [
    'for module in self.modules():',
    `    if isinstance(module, ${kinds}):`,
    '        nn.init.xavier_uniform_(module.weight)',
    ...(biased ? zeros : []),
  ];
  const others = tensors.filter(
    (tensor) => !usual.includes(tensor) && tensor.starts !== tensor.weight.initializer.name,
  );
  return [
    ...(usual.length > 0 ? loop : []),
    ...others.flatMap((tensor) => startOf(kerasView(tensor), tensor.weight.initializer)),
  ];
}
