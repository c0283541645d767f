import * as z from 'zod/mini';
import { type AnyBrick, type Brick, type Language, initialParams } from '../brick/brick';
import type { Field, Fields, Values } from '../brick/fields';
import type { Shape } from '../brick/shape';
import type { Architecture } from './architecture';
import { type Block, type Document, type Edge, type Json, type Node, emptyDocument } from './document';
import { freeName } from './structure/freeName';
import type { Training } from './training';

/**
 * Places a brick and returns its layer name. `from` is the brick below (or several for a merge);
 * the brick stacks on it when it is the only one and belongs to the same block.
 */
export interface Place {
  <F extends Fields>(
    brick: Pick<Brick<F>, 'type' | 'params'>,
    params?: Partial<Values<F>>,
    from?: string | readonly string[],
    name?: string,
  ): string;
  /** Everything placed inside `build` belongs to this block. */
  block<T>(name: string, build: () => T, options?: { folded?: boolean; color?: string }): T;
}

/** What a template is for, in the gallery's order: tasks by what goes in and what comes out, then whole architectures. */
export const templateGroups = [
  'start',
  'numberToNumber',
  'numbersToYesNo',
  'numbersToClasses',
  'imageToNumber',
  'imageToYesNo',
  'imageToClasses',
  'seriesToNumber',
  'textToYesNo',
  'textToClasses',
  'video',
  'architectures',
] as const;
export type TemplateGroup = (typeof templateGroups)[number];

/** A model from a paper or a course: data plus a loop, with options that make a form and command-line flags. */
export interface Template<F extends Fields = Fields> {
  /** As in `/?template=vgg16` and on the command line. */
  readonly id: string;
  readonly title: string;
  /** The title in each language, where it is not a proper name. */
  readonly names?: Readonly<Record<Language, string>>;
  readonly group?: TemplateGroup;
  readonly about: Readonly<Record<Language, string>>;
  readonly paper?: string;
  readonly options: F;
  readonly optionWords: Readonly<Record<Language, { readonly [K in keyof F]: string }>>;
  /** What the contract test holds: output shape and number of parameters with initial options. */
  readonly expect: { readonly output: Shape; readonly weights: number };
  readonly training?: Partial<Training>;
  /** Layers that training leaves alone. */
  readonly frozen?: readonly string[];
  /** A pretrained architecture, usable as a layer inside another model. */
  readonly architecture?: Architecture;
  build(place: Place, options: Values<F>): void;
}

export type AnyTemplate = Template<Fields>;
export type ArchitectureTemplate = AnyTemplate & Required<Pick<Template, 'architecture'>>;

export const isArchitecture = (template: AnyTemplate): template is ArchitectureTemplate =>
  template.architecture !== undefined;

/** What a compiler needs to know besides the document: the bricks by type and the architectures by id. */
export interface Library {
  readonly bricks: Readonly<Record<string, AnyBrick>>;
  readonly architectures: Readonly<Record<string, ArchitectureTemplate>>;
}

/** Bricks that are offered as a way out, the most usual first. */
export function offeredBricks({ bricks }: Library): readonly AnyBrick[] {
  const offered = Object.values(bricks).filter((brick) => brick.offered !== undefined);
  return offered.toSorted((one, other) => one.offered! - other.offered!);
}

export function defineTemplate<const F extends Fields>(template: Template<F>): Template<F> {
  return template;
}

/** The title as people of this language read it. */
export function titleOf({ title, names }: Pick<Template, 'title' | 'names'>, language: Language): string {
  return names?.[language] ?? title;
}

/** Initial options of a template. */
export function initialOptions<F extends Fields>(template: Pick<Template<F>, 'options'>): Values<F> {
  return initialParams({ params: template.options });
}

/** Options as given, over the initial ones. Throws `z.core.$ZodError` for a value that an option does not take. */
export function parseOptions(template: AnyTemplate, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const shape = Object.fromEntries(
    Object.entries(template.options).map(([name, field]: [string, Field]) => [name, z.optional(field.schema)]),
  );
  const asked = Object.entries(z.strictObject(shape).parse(given)).filter(([, value]) => value !== undefined);
  return { ...initialOptions(template), ...Object.fromEntries(asked) };
}

/** Of these options those that the template has: not every architecture has a width. */
export const optionsOf = <T>({ options }: AnyTemplate, given: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(options, name)));

/** Builds the document of a template. */
export function buildTemplate(template: AnyTemplate, options: Readonly<Record<string, unknown>> = {}): Document {
  const { title, frozen, training } = template;
  const values = parseOptions(template, options) as Values<Fields>;
  const document = buildDocument(title, (place) => template.build(place, values), frozen);
  return { ...document, training: { ...document.training, ...training } };
}

/**
 * A document of the bricks that `build` places; training leaves the `frozen` ones alone. Positions are left to
 * `src/layout`; bricks of one block stack in order.
 */
export function buildDocument(title: string, build: (place: Place) => void, frozen: readonly string[] = []): Document {
  const nodes: Record<string, Node> = {};
  const edges: Edge[] = [];
  const blocks: Record<string, Block> = {};
  const path: string[] = [];
  const blockOf = new Map<string, string | undefined>();

  const place = ((
    brick: Brick,
    params: Record<string, unknown> = {},
    from: string | readonly string[] = [],
    name?: string,
  ) => {
    const sources = typeof from === 'string' ? [from] : from;
    const key = name ?? freeName(layerName(brick.type), nodes);
    const block = path.at(-1);
    const [below] = sources;
    const straight = sources.length === 1 && edges.every((edge) => edge.from !== below);
    const stacked = straight && blockOf.get(below!) === block && nodes[below!]?.type !== undefined;
    nodes[key] = {
      type: brick.type,
      params: { ...initialParams(brick), ...params } as Record<string, Json>,
      trainable: !frozen.includes(key),
      ...(stacked ? { stacked } : {}),
      at: [0, 0],
    };
    blockOf.set(key, block);
    if (block !== undefined) blocks[block] = { ...blocks[block]!, nodes: [...blocks[block]!.nodes, key] };
    sources.forEach((source, port) => edges.push({ from: source, to: key, port }));
    return key;
  }) as Place;

  place.block = (name, build, { folded = false, color = 'none' } = {}) => {
    const parent = path.at(-1);
    blocks[name] = { nodes: [], folded, color, ...(parent === undefined ? {} : { parent }) };
    path.push(name);
    const result = build();
    path.pop();
    return result;
  };

  build(place);
  return { ...emptyDocument(title), nodes, edges, blocks };
}

/** Keras's default layer name of a brick type (`to_snake_case`): `maxPooling2d` → `max_pooling2d`. */
export function layerName(type: string): string {
  return type
    .replace(/(.)([A-Z][a-z0-9]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
