import type { DatasetFacts, DatasetKind, TargetFacts } from './dataset';

type Row = readonly [
  kind: DatasetKind,
  shape: readonly number[],
  target: TargetFacts,
  count: number,
  validation: number,
  vocabulary?: number,
];

const classes = (count: number): TargetFacts => ({ kind: 'classes', classes: count });
const oneNumber: TargetFacts = { kind: 'numbers', units: 1 };

const rows = {
  digits: ['images', [28, 28, 1], classes(10), 10_000, 1500],
  'digits-odd': ['images', [28, 28, 1], classes(2), 10_000, 1500],
  'digits-value': ['images', [28, 28, 1], oneNumber, 10_000, 1500],
  'digits-0-4': ['images', [28, 28, 1], classes(5), 5131, 761],
  'digits-5-9': ['images', [28, 28, 1], classes(5), 4869, 739],
  line: ['numbers', [1], oneNumber, 1200, 200],
  threshold: ['numbers', [12], classes(2), 2400, 400],
  groups: ['numbers', [12], classes(10), 3000, 500],
  wave: ['series', [40, 1], oneNumber, 800, 160],
  clips: ['video', [8, 32, 32, 1], classes(2), 320, 64],
  reviews: ['text', [200], classes(2), 1500, 300, 101],
  topics: ['text', [120], classes(46), 2760, 460, 261],
} as const satisfies Readonly<Record<string, Row>>;

export type BuiltInDataset = keyof typeof rows;

/** The datasets that every page has, in the order in which they are offered: what is known without loading them. */
export const catalogue: readonly DatasetFacts[] = Object.entries<Row>(rows).map(
  ([id, [kind, shape, target, count, validation, vocabulary = null]]) => ({
    id,
    kind,
    shape,
    target,
    count,
    validation,
    vocabulary,
    // The digit that is written.
    ...(id === 'digits-value' && { largest: { targets: 9 } }),
  }),
);

export const isBuiltIn = (id: string): id is BuiltInDataset => Object.hasOwn(rows, id);

/** Facts of a dataset that every page has, by id; null for another one. */
export function builtInFacts(id: string): DatasetFacts | null {
  return catalogue.find((facts) => facts.id === id) ?? null;
}
