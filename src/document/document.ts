import * as z from 'zod/mini';
import type { Frozen } from './frozen';
import { longestName } from './longestName';
import { type Training, initialTraining, trainingSchema } from './training';

/** Current version of the file format. */
export const version = 1;

/** More bricks than this are refused on opening: the canvas and the layout would no longer answer. */
export const mostNodes = 5_000;

/** More wires than this are refused too. */
export const mostEdges = 50_000;

/** Keys that every object has or that would reach its prototype (`__proto__`, `constructor`, `toString` …); never accepted as a name. */
export const forbiddenNames: readonly string[] = ['prototype', ...Object.getOwnPropertyNames(Object.prototype)];

/** A brick's or block's name as documents accept it. */
export const nameSchema = z.string().check(
  z.minLength(1),
  z.maxLength(longestName),
  z.refine((text) => !forbiddenNames.includes(text)),
);
const coordinate = z.number().check(z.gte(-1e7), z.lte(1e7));
const json = z.json();

export const nodeSchema = z.object({
  type: nameSchema.check(z.maxLength(100)),
  params: z.record(nameSchema, json),
  trainable: z.boolean(),
  /** Left out of the model: what follows takes this brick's input instead. */
  bypassed: z.optional(z.boolean()),
  /** Sits on the studs of the brick it takes its input from; `at` is then not used. */
  stacked: z.optional(z.boolean()),
  /** Port of the input it is stacked on; the first when left out. Only a stacked merge has it. */
  stackedPort: z.optional(z.int().check(z.gte(1), z.lte(1000))),
  /** Calls the layer of this brick once more, with its weights; see `structure/sharing.ts`. */
  sharesWith: z.optional(nameSchema),
  /** Lower left corner of the front face on the canvas, in pixels at 100 %: x right, y down. */
  at: z.tuple([coordinate, coordinate]),
});

export const edgeSchema = z.object({ from: nameSchema, to: nameSchema, port: z.int().check(z.gte(0), z.lte(1000)) });

export const blockSchema = z.object({
  /** Direct members; a brick is a member of one block at most. */
  nodes: z.array(nameSchema),
  /** The block that this one lies in. */
  parent: z.optional(nameSchema),
  folded: z.boolean(),
  /** One of `blockColors`. */
  color: z.string().check(z.maxLength(20)),
});

/** Where weights to start from are: Keras's ImageNet file of an architecture, the embedded digits, or somebody's file. */
export const startSchema = z.object({
  source: z.enum(['imagenet', 'digits', 'file']),
  /** Id of the architecture's template, e.g. `mobilenet-v2`; empty for a file. */
  architecture: z.string().check(z.maxLength(40)),
  includeTop: z.boolean(),
  alpha: z.number().check(z.gte(0.1), z.lte(4)),
  /** SHA-256 of somebody's own file as it lies in the cache; empty for a known one. */
  file: z.string().check(z.maxLength(64)),
});

export const documentSchema = z.object({
  format: z.literal('deepbrick'),
  version: z.literal(version),
  title: z.string().check(z.maxLength(longestName)),
  nodes: z.record(nameSchema, nodeSchema),
  edges: z.array(edgeSchema).check(z.maxLength(mostEdges)),
  blocks: z.record(nameSchema, blockSchema),
  training: trainingSchema,
  /** Weights that the bricks themselves start from, by layer name; backbones have their own as a parameter. */
  weights: z.optional(startSchema),
});

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Node = Frozen<Omit<z.infer<typeof nodeSchema>, 'params'>> & {
  readonly params: Readonly<Record<string, Json>>;
};
export type Edge = Frozen<z.infer<typeof edgeSchema>>;
export type Block = Frozen<z.infer<typeof blockSchema>>;
export type Start = Frozen<z.infer<typeof startSchema>>;

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
  readonly training: Training;
  readonly weights?: Start | undefined;
}

export function emptyDocument(title: string): Document {
  return { format: 'deepbrick', version, title, nodes: {}, edges: [], blocks: {}, training: initialTraining };
}

/** Accent colours a block's label can have; the values are in `src/ui/theme.css`. */
export const blockColors = ['none', 'blue', 'green', 'orange', 'pink', 'violet'] as const;

/** Pure change of a document: returns the very same object when nothing changes. */
export type Edit = (document: Document) => Document;
