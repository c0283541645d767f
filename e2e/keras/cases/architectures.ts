import type { ArchitectureTemplate } from '../../../src/document/template';

type Options = Readonly<Record<string, unknown>>;

const common: readonly Options[] = [
  {},
  { classes: 10 },
  { includeTop: false },
  { includeTop: false, pooling: 'avg' },
  { includeTop: false, pooling: 'max' },
  { includeTop: false, inputShape: [240, 256, 3] },
];

/** Options under which an architecture is compared with `keras.applications`. */
export function architectures({ options, architecture }: ArchitectureTemplate): Options[] {
  const smallest = { includeTop: false, inputShape: [architecture.minimum, architecture.minimum, 1] };
  const alphas = 'alpha' in options ? [0.25, 0.5, 0.75, 1.4].map((alpha) => ({ alpha, includeTop: false })) : [];
  return [...common, smallest, ...alphas];
}
