import type { Document, Json, Node } from '../../document/document';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** A brick with what the text has changed of it: the brick that the text said before beside the one that it says now. */
export function changedNode(node: Node, before: Node, after: Node): Node {
  const trainable = after.trainable === before.trainable ? node.trainable : after.trainable;
  const changed = Object.entries(after.params).filter(([name, value]) => !same(value, before.params[name]));
  const isOther = after.type !== before.type || (changed.length > 0 && node.type !== before.type);
  if (!isOther && changed.length === 0 && trainable === node.trainable) return node;
  const params: Readonly<Record<string, Json>> = isOther
    ? after.params
    : { ...node.params, ...Object.fromEntries(changed) };
  return { ...node, type: isOther ? after.type : node.type, params, trainable };
}

/** Settings of training with those that the text has changed. */
export function changedTraining(
  training: Document['training'],
  before: Document['training'],
  after: Document['training'],
): Document['training'] {
  const changed = Object.entries(after).filter(
    ([name, value]) => !same(value, Object.entries(before).find(([each]) => each === name)?.[1]),
  );
  return changed.length === 0 ? training : { ...training, ...Object.fromEntries(changed) };
}
