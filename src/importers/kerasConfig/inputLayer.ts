import type { AnyBrick } from '../../brick/brick';
import { allowedText, valueText } from '../../compile/params';
import { callOf } from '../../compile/callOf';
import { freeName } from '../../document/structure/freeName';
import { type Result, done, refused } from '../../document/result';
import type { ImportTrouble, ImportNote } from '../importer';
import type { PlacedLayer } from './placedLayer';
import { type Sequential, member } from './sequential';
import { precisionOf } from './layerParams';

/** The brick through which the samples come: the first that takes their shape, of their data type where there is one. */
export function inputLayer(model: Sequential, bricks: readonly AnyBrick[]): Result<PlacedLayer, ImportTrouble> {
  const [first] = model.layers;
  const own = first?.layer === 'InputLayer' ? first : null;
  const given = first?.inputShape ?? model.inputShape;
  if (!Array.isArray(given)) return refused({ code: 'noInput', where: null, data: {} });
  const [batch, ...shape] = given as readonly unknown[];
  const name =
    own?.name ?? freeName('input_layer', Object.fromEntries(model.layers.map((layer) => [layer.name, layer])));
  const inputs = bricks.filter(({ inputs, params }) => inputs === 0 && params['shape'] !== undefined);
  const fitting = inputs.filter(({ params }) => params['shape']!.schema.safeParse(shape).success);
  const type = own ? precisionOf(own.config) : 'float32';
  const wanted = /int/.test(String(type)) ? 'int32' : 'float32';
  const brick = [wanted, 'float32'].flatMap((each) => fitting.filter((input) => typeOf(input, shape) === each))[0];
  const refuse = (argument: string, value: unknown, allowed: string | null) =>
    refused({ code: 'argument', where: name, data: { argument, value: valueText(value), allowed } } as const);
  if (!brick) return refuse('shape', shape, inputs.map(({ params }) => allowedText(params['shape']!))[0] ?? null);
  for (const argument of ['sparse', 'ragged']) {
    if (member(own?.config, argument) === true) return refuse(argument, true, null);
  }
  const assumed: ImportNote[] = own ? [] : [{ code: 'inputName', where: name, data: {} }];
  const settings = [
    ...(typeof batch === 'number' ? [['batch_size', batch] as const] : []),
    ...(typeOf(brick, shape) === type ? [] : [['dtype', type] as const]),
  ];
  const dropped = settings.map(([setting, value]): ImportNote => {
    return { code: 'setting', where: name, data: { setting, value: valueText(value) } };
  });
  return done({ name, brick, params: { shape }, trainable: true, assumed, dropped });
}

/** The data type that an input brick gives. */
const typeOf = (brick: AnyBrick, shape: readonly unknown[]) =>
  callOf(brick, { shape }, []).kerasArgs['dtype'] ?? 'float32';
