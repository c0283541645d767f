import { type AnyBrick, initialParams } from '../../brick/brick';
import type { LayerValue } from '../../brick/fields';

/** Another brick for the inside of a wrapper; it takes over what both have, e.g. `units` from LSTM to GRU. */
export function innerLayer(brick: AnyBrick, before: LayerValue): LayerValue {
  const kept = Object.entries(before.params).filter(
    ([param, value]) => brick.params[param]?.schema.safeParse(value).success,
  );
  return { type: brick.type, params: { ...initialParams(brick), ...Object.fromEntries(kept) } };
}
