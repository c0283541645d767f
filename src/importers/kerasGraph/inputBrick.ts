import type { AnyBrick } from '../../brick/brick';
import { callOf } from '../../compile/callOf';
import { allowedText, valueText } from '../../compile/params';
import { type Result, done, refused } from '../../document/result';
import type { ImportNote, ImportTrouble } from '../importer';
import { openInput } from '../openInput';
import { isList } from './json';
import type { Json, KerasLayer } from './kerasGraph';
import { precisionOf } from './layerParams';
import type { PlacedLayer } from './placedLayer';

/** Shape of one sample by input, or with `''` of any, where somebody says what the file leaves open. */
export type GivenShapes = Readonly<Record<string, readonly (number | null)[]>>;

/** The brick through which samples come: the first that takes their shape, of their data type where there is one. */
export function inputBrick(
  { name, config }: KerasLayer,
  bricks: readonly AnyBrick[],
  given: GivenShapes,
  isLookedUp: boolean,
): Result<PlacedLayer, ImportTrouble> {
  const said = config['batch_shape'] ?? config['batch_input_shape'] ?? null;
  const answer = given[name] ?? given[''];
  if (!isList(said) && !answer) return refused({ code: 'noInput', where: null, data: {} });
  const [batch = null, ...own] = isList(said) ? said : [];
  const isOpen = !isList(said) || own.includes(null);
  const shape: readonly Json[] = isOpen && answer ? answer : own;
  const inputs = bricks.filter(({ inputs: count, params }) => count === 0 && params['shape'] !== undefined);
  const fitting = inputs.filter(({ params }) => params['shape']!.schema.safeParse(shape).success);
  const type = precisionOf(config);
  const isWhole = /int/.test(String(type)) || (isLookedUp && config['unnamed'] === true);
  const order = isWhole ? ['int32', 'float32'] : isLookedUp ? ['float32', 'int32'] : ['float32'];
  const brick = order.flatMap((each) => fitting.filter((input) => typeOf(input, shape) === each))[0];
  if (!brick) return refused(unfitShape(name, shape, inputs));
  for (const argument of ['sparse', 'ragged']) {
    if (config[argument] !== true) continue;
    return refused({ code: 'argument', where: name, data: { argument, value: 'true', allowed: 'false' } });
  }
  const fixes = typeof batch === 'number' && brick.params['batchSize']?.schema.safeParse(batch).success === true;
  const settings = [
    ...(typeof batch === 'number' && !fixes ? [['batch_size', batch] as const] : []),
    ...(typeOf(brick, shape) === type || type === 'float32' ? [] : [['dtype', type] as const]),
  ];
  const dropped = settings.map(([setting, value]): ImportNote => {
    return { code: 'setting', where: name, data: { setting, value: valueText(value) } };
  });
  const params = { shape, ...(fixes ? { batchSize: batch } : {}) };
  const assumed: ImportNote[] = config['unnamed'] === true ? [{ code: 'inputName', where: name, data: {} }] : [];
  return done({ brick, params, assumed, dropped });
}

/** A size that is open can be said; another shape cannot. */
function unfitShape(name: string, shape: readonly Json[], inputs: readonly AnyBrick[]): ImportTrouble {
  const closed = shape.map((size) => size ?? 32);
  const couldBe = inputs.some(({ params }) => params['shape']!.schema.safeParse(closed).success);
  if (couldBe && shape.includes(null)) {
    return openInput(name, shape as readonly (number | null)[]);
  }
  const allowed = inputs.map(({ params }) => allowedText(params['shape']!))[0] ?? null;
  return { code: 'argument', where: name, data: { argument: 'shape', value: valueText(shape), allowed } };
}

/** The data type that an input brick gives. */
const typeOf = (brick: AnyBrick, shape: readonly Json[]) =>
  callOf(brick, { shape }, []).kerasArgs['dtype'] ?? 'float32';
