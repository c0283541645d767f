import { z } from 'zod';
import { initialTraining, trainingSchema } from './training';

/** Current version of the file format. */
export const version = 1;

/** More bricks than this are refused on opening: the canvas and the layout would no longer answer. */
export const mostNodes = 5_000;

/** Keys that would reach an object's prototype; never accepted as a name. */
export const forbiddenNames: readonly string[] = ['__proto__', 'constructor', 'prototype'];

const name = z
  .string()
  .min(1)
  .max(300)
  .refine((text) => !forbiddenNames.includes(text));
const coordinate = z.number().min(-1e7).max(1e7);
const json = z.json();

export const nodeSchema = z.object({
  type: z.string().min(1).max(100),
  params: z.record(name, json),
  trainable: z.boolean(),
  /** Left out of the model: what follows takes this brick's input instead. */
  bypassed: z.boolean().optional(),
  /** Sits on the studs of the brick it takes its input from; `at` is then not used. */
  stacked: z.boolean().optional(),
  /** Lower left corner of the front face on the canvas, in pixels at 100 %: x right, y down. */
  at: z.tuple([coordinate, coordinate]),
});

export const edgeSchema = z.object({ from: name, to: name, port: z.number().int().min(0).max(1000) });

export const blockSchema = z.object({
  /** Direct members; a brick is a member of one block at most. */
  nodes: z.array(name),
  /** The block that this one lies in. */
  parent: name.optional(),
  folded: z.boolean(),
  /** One of `blockColors`. */
  color: z.string().max(20),
});

export const documentSchema = z.object({
  format: z.literal('deepbrick'),
  version: z.literal(version),
  title: z.string().max(300),
  nodes: z.record(name, nodeSchema),
  edges: z.array(edgeSchema),
  blocks: z.record(name, blockSchema),
  training: trainingSchema,
});

type Frozen<T> = T extends (infer U)[]
  ? readonly Frozen<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

export type Json = Frozen<z.infer<typeof json>>;
export type Node = Frozen<z.infer<typeof nodeSchema>>;
export type Edge = Frozen<z.infer<typeof edgeSchema>>;
export type Block = Frozen<z.infer<typeof blockSchema>>;

/**
 * A model on the canvas: plain immutable data. The key of a node *is* the layer's name, in every export;
 * names of nodes and blocks are distinct.
 */
export interface Document {
  readonly format: 'deepbrick';
  readonly version: typeof version;
  readonly title: string;
  readonly nodes: Readonly<Record<string, Node>>;
  readonly edges: readonly Edge[];
  readonly blocks: Readonly<Record<string, Block>>;
  readonly training: Frozen<z.infer<typeof trainingSchema>>;
}

export function emptyDocument(title: string): Document {
  return { format: 'deepbrick', version, title, nodes: {}, edges: [], blocks: {}, training: initialTraining };
}

/** Accent colours a block's label can have; the values are in `src/ui/theme.css`. */
export const blockColors = ['none', 'blue', 'green', 'orange', 'pink', 'violet'] as const;

/** Pure change of a document: returns the very same object when nothing changes. */
export type Edit = (document: Document) => Document;
