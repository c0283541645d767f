import type { Document } from '../../document/document';
import { placeholderType } from '../../document/structure/placeholder';

/** A layer of the text whose class nothing here knows and that was not in the text before: its name is misspelt. */
export interface UnknownClass {
  readonly layer: string;
  readonly className: string;
  /** Keras's layers; empty: nothing says where it is from. */
  readonly module: string;
}

/** The first layer of a class of `keras.layers`, or of nowhere, that is new in a text and that is not known; null where there is none. */
export function unknownClass(
  before: Document,
  after: Document,
  isKnown: (className: string) => boolean,
): UnknownClass | null {
  const classesOf = ({ nodes }: Document) =>
    Object.entries(nodes).flatMap(([layer, { type, params }]) => {
      const { className, module } = params;
      return type === placeholderType && (module === 'keras.layers' || module === '')
        ? [{ layer, className: String(className), module: String(module) }]
        : [];
    });
  const there = new Set(classesOf(before).map(({ className }) => className));
  return classesOf(after).find(({ className }) => !there.has(className) && !isKnown(className)) ?? null;
}
