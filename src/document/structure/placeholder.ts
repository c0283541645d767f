import * as z from 'zod/mini';
import type { Node } from '../document';

/**
 * The type of a node that stands for a layer without a brick: it keeps the layer's class, configuration, shapes and
 * weights, and computes nothing. No brick of the library has this type.
 */
export const placeholderType = 'placeholder';

const size = z.int().check(z.gte(1), z.lte(1_000_000));

/** What such a node keeps, as its parameters. */
export const placeholderSchema = z.object({
  /** Keras's class, such as `LRN`. */
  className: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Where the class is from; empty where it is not known. */
  module: z.string().check(z.maxLength(400)),
  /** Its configuration, as the file had it. */
  config: z.record(z.string(), z.json()),
  /** Shape that comes out, without the batch axis; null: that of the first input. */
  shape: z.nullable(z.array(z.nullable(size)).check(z.minLength(1), z.maxLength(6))),
  /** Its weights by name, in the file's order: `kernel`, `query/kernel`, or as `.keras` has them `query/vars/0`. */
  weights: z.record(z.string(), z.array(size).check(z.maxLength(6))),
  /** How it is called where that is not with one tensor, or a list of them: `{ "$input": 0 }` is the first that comes in. */
  call: z.optional(z.object({ args: z.array(z.json()), kwargs: z.record(z.string(), z.json()) })),
});

export type Placeholder = z.infer<typeof placeholderSchema>;

/** What a node keeps of a layer without a brick; null where it is no such node. */
export function keptPlaceholder({ type, params }: Pick<Node, 'type' | 'params'>): Placeholder | null {
  return type === placeholderType ? (placeholderSchema.safeParse(params).data ?? null) : null;
}
