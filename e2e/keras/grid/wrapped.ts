import { brickList } from '../../../bricks/index';
import type { AnyBrick } from '../../../src/brick/brick';
import { fits } from '../cases/plans';
import { type Setting, combinations } from './combinations';
import { smallest } from './everyValue';
import { fewValuesOf } from './values';

const steps = 3;

/** A wrapper around the smallest example of every brick that it takes, with each of its own choices. */
export function wrappedOf(wrapper: AnyBrick): readonly Setting[] {
  const { type, wraps, params } = wrapper;
  if (!wraps) return [];
  const own = Object.fromEntries(
    Object.entries(params).flatMap(([name, field]) =>
      field.kind === 'choice' ? [[name, fewValuesOf(wrapper, field)]] : [],
    ),
  );
  return (
    brickList
      // Keras changes each picture of a batch; the frames of a film are none.
      .filter((inner) => wraps.accepts(inner) && inner.category !== 'augmentation')
      .flatMap((inner): Setting[] => {
        const { params: given, in: shapes } = smallest(inner.examples);
        const toggles = Object.entries(inner.params).filter(
          ([name, { kind }]) => kind === 'toggle' && name !== 'stateful',
        );
        const layers = [{}, ...toggles.flatMap(([name]) => [{ [name]: true }, { [name]: false }])].map((more) => ({
          layer: { type: inner.type, params: { ...given, ...more } },
        }));
        return [[steps, ...shapes[0]!], shapes[0]!].flatMap((shape) =>
          layers.flatMap((layer) =>
            combinations(own).map((more) => ({ type, params: { ...layer, ...more }, in: [shape] })),
          ),
        );
      })
      .filter(fits)
  );
}
