import type { NamedArgument } from '../../brick/namedArgument';
import { UnitForgetBias } from '../../engine/layers/recurrent/unitForgetBias';
import type { Initializer, Regularizer } from '../../engine/layers/tfjsLayers';

const initializer = (name: string, settings: NamedArgument['settings']): NamedArgument => ({
  role: 'initializer',
  name,
  settings,
});

/** The named forms of variance scaling, by scale, mode and distribution (Glorot 2010, He 2015, LeCun 1998). */
const scaled: Readonly<Record<string, string>> = {
  '1 fanAvg uniform': 'glorotUniform',
  '1 fanAvg normal': 'glorotNormal',
  '2 fanIn uniform': 'heUniform',
  '2 fanIn normal': 'heNormal',
  '1 fanIn uniform': 'leCunUniform',
  '1 fanIn normal': 'leCunNormal',
};

const plain: Readonly<Record<string, string>> = {
  Zeros: 'zeros',
  Ones: 'ones',
  Constant: 'constant',
  RandomUniform: 'randomUniform',
  RandomNormal: 'randomNormal',
  TruncatedNormal: 'truncatedNormal',
  Identity: 'identity',
  Orthogonal: 'orthogonal',
  FastOrthogonal: 'orthogonal',
};

const numbersOf = (config: object) =>
  Object.fromEntries(Object.entries(config).filter(([, value]) => typeof value === 'number')) as Record<string, number>;

/** What an initializer of TensorFlow.js draws, in the words of the editor. Throws where the editor has no such one. */
export function startOf(given: Initializer): NamedArgument {
  const config = given.getConfig() as Readonly<Record<string, unknown>>;
  const name = given.getClassName();
  if (name === 'VarianceScaling') {
    const { scale, mode, distribution } = config;
    const known = scaled[`${String(scale)} ${String(mode)} ${String(distribution)}`];
    if (known !== undefined) return initializer(known, {});
    if (mode === 'fanIn' && distribution === 'normal') return initializer('varianceScaling', { scale: Number(scale) });
    throw new Error(
      `Variance scaling by ${String(scale)}, ${String(mode)}, ${String(distribution)} has no seeded form.`,
    );
  }
  if (given instanceof UnitForgetBias) {
    const rest = startOf(given.of);
    return initializer('unitForgetBias', { of: rest.name, ...rest.settings });
  }
  const known = plain[name];
  if (known === undefined) throw new Error(`The initializer ${name} has no seeded form.`);
  const { seed: _seed, ...settings } = numbersOf(config);
  return initializer(known, settings);
}

/** What a regularizer of TensorFlow.js costs, in the words of the editor. */
export function penaltyOf(given: Regularizer): NamedArgument {
  return { role: 'regularizer', name: 'l1l2', settings: numbersOf(given.getConfig()) };
}
