import { initialParams } from '../../brick/brick';
import { ownClass } from '../../compile/tfjsCall';
import type { Library } from '../../document/template';

/** Copies of what goes into a layer twice. */
export const copyClass = ownClass('merge/copy');

/** Classes of ours that compute the masks of bricks: they stand for no brick. */
export function maskClasses({ bricks }: Library): ReadonlySet<string> {
  const found = new Set<string>();
  for (const brick of Object.values(bricks)) {
    const [example] = brick.examples;
    const params = { ...initialParams(brick), ...example.params };
    const toggles = Object.keys(brick.params).filter((name) => brick.params[name]!.kind === 'toggle');
    for (const given of [params, ...toggles.map((name) => ({ ...params, [name]: true }))]) {
      const own = brick.traits?.(given, example.in).maskLayer?.own;
      if (own !== undefined) found.add(ownClass(own));
    }
  }
  return found;
}

/** What makes layers that look their inputs up: these are whole numbers. */
export function lookupCallees({ bricks }: Library): ReadonlySet<string> {
  const looksUp = Object.values(bricks).filter((brick) => {
    const [example] = brick.examples;
    return brick.traits?.({ ...initialParams(brick), ...example.params }, example.in).vocabulary !== undefined;
  });
  return new Set(looksUp.map(({ layer }) => `tf.layers.${layer.tfjs}`));
}
