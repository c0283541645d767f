import { type AnyBrick, initialParams } from '../../brick/brick';
import type { Edit, Json } from '../document';
import { keptPlaceholder } from '../structure/placeholder';

/** `kernel_size` of `kernelSize`. */
const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A brick's parameters in place of a layer that was kept: its settings of the same name, where the brick takes their values. */
export function paramsInPlace(brick: AnyBrick, config: Readonly<Record<string, Json>>): Record<string, Json> {
  const taken = Object.entries(brick.params).flatMap(([param, { schema }]) => {
    const given = [param, snakeCase(param)].find((name) => Object.hasOwn(config, name));
    const read = given === undefined ? null : schema.safeParse(config[given]);
    return read?.success ? [[param, read.data as Json] as const] : [];
  });
  return { ...(initialParams(brick) as Record<string, Json>), ...Object.fromEntries(taken) };
}

/** A brick in place of a layer that was kept, under its name and with its wires; `preset`: settings that it is to have. */
export const exchangeKept =
  (name: string, brick: AnyBrick, preset: Readonly<Record<string, Json>> = {}): Edit =>
  (document) => {
    const node = Object.hasOwn(document.nodes, name) ? document.nodes[name] : undefined;
    const kept = node && keptPlaceholder(node);
    if (!node || !kept) return document;
    const params = { ...paramsInPlace(brick, kept.config as Record<string, Json>), ...preset };
    return { ...document, nodes: { ...document.nodes, [name]: { ...node, type: brick.type, params } } };
  };
