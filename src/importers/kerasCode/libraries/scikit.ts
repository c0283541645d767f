import type { Call, InstanceValue, NativeValue, Value } from '../values/value';
import { list, native, unknown } from '../values/make';
import { array } from '../values/arrays';

/** Samples and columns of the tables that scikit-learn brings. */
const tables: Readonly<Record<string, readonly [samples: number, columns: number]>> = {
  fetch_california_housing: [20_640, 8],
  load_iris: [150, 4],
  load_wine: [178, 13],
  load_breast_cancer: [569, 30],
  load_digits: [1797, 64],
  load_diabetes: [442, 10],
  load_boston: [506, 13],
};

const object = (name: string, fields: readonly (readonly [string, Value])[]): InstanceValue => ({
  kind: 'instance',
  class: { kind: 'class', name, bases: [], members: new Map() },
  fields: new Map(fields),
  layer: null,
});

function table(name: string, { named }: Call): Value {
  const [samples, columns] = tables[name]!;
  const [data, target] = [array([samples, columns]), array([samples])];
  const pair = named.get('return_X_y');
  if (pair?.kind === 'boolean' && pair.value) return { kind: 'tuple', items: [data, target] };
  return object(name, [
    ['data', data],
    ['target', target],
  ]);
}

/** `train_test_split(x, y)`: of each array a part to train with and one to test with. */
const split: NativeValue['run'] = ({ args, line }) =>
  list(
    args.flatMap((value) => {
      const part =
        value.kind === 'array'
          ? array([null, ...value.shape.slice(1)], value.dataset)
          : unknown('train_test_split(…)', line);
      return [part, part];
    }),
  );

/** Scalers keep the shape of what goes through them. */
const scaler = (name: string) => {
  const through = native('transform', ({ args: [value], line }) => value ?? unknown(name, line));
  const own: InstanceValue = object(name, [
    ['fit_transform', through],
    ['transform', through],
  ]);
  own.fields.set(
    'fit',
    native('fit', () => own),
  );
  return own;
};

/** What of scikit-learn says shapes of data; null for the rest. */
export function scikitMember(name: string): NativeValue | null {
  if (Object.hasOwn(tables, name)) return native(name, (call) => table(name, call));
  if (name === 'train_test_split') return native(name, split);
  return /^(Standard|MinMax|Robust|MaxAbs)Scaler$|^Normalizer$/.test(name) ? native(name, () => scaler(name)) : null;
}
