import { compile } from '../../compile/compile';
import type { Plan } from '../../compile/plan';
import type { Document } from '../../document/document';
import { type ArchitectureTemplate, type Library, buildTemplate, optionsOf } from '../../document/template';
import { containerKeys } from '../../formats/weights/kerasVariables';
import type { Outline, OutlinedLayer } from '../../formats/weights/weightFile';

/** An architecture of the catalogue with the options that give a file's weights. */
export interface KnownArchitecture {
  readonly template: ArchitectureTemplate;
  readonly document: Document;
  /** Of the options those that the weights told. */
  readonly options: Readonly<Record<string, number | boolean>>;
}

/** Numbers of the options' values that are not the template's own. */
type Options = Readonly<Record<string, number | boolean>>;

/** With and without the top, in every width that there are published files of. */
function candidates(template: ArchitectureTemplate, classes: number): readonly Options[] {
  const { files } = template.architecture;
  const widths = [...new Set([1, ...files.map(({ alpha }) => alpha)])];
  return widths.flatMap((alpha) =>
    [true, false].map((includeTop) =>
      optionsOf<number | boolean>(template, { alpha, includeTop, ...(includeTop ? { classes } : {}) }),
    ),
  );
}

/** The catalogue's architecture that has exactly a file's weights; null where none has. */
export function knownArchitecture(outline: Outline, { bricks, architectures }: Library): KnownArchitecture | null {
  const stored = outline.layers.filter(({ tensors }) => tensors.length > 0);
  if (stored.length < 2 || stored.some(({ isModel }) => isModel)) return null;
  // The last layer of a top says how many classes there are, in whatever order the file has its layers.
  const most = new Set(stored.map(({ tensors }) => tensors.at(-1)?.shape.at(-1) ?? 0));
  for (const template of Object.values(architectures)) {
    const first = buildTemplate(template);
    const weighted = compile(first, { bricks, architectures }).steps.filter(({ weights }) => weights.length > 0);
    // With or without its top there are as many layers, but for the few of the top.
    if (Math.abs(weighted.length - stored.length) > 4) continue;
    const ends = new Set(weighted.at(-1)!.weights.map(({ shape }) => shape.at(-1)!));
    const named = stored
      .find(({ name }) => name === weighted.at(-1)!.name)
      ?.tensors.at(-1)
      ?.shape.at(-1);
    const classes = named ?? [...ends].find((size) => most.has(size)) ?? 1000;
    for (const options of candidates(template, classes)) {
      const document = buildTemplate(template, options);
      if (fits(compile(document, { bricks, architectures }), stored, outline.inOrder))
        return { template, document, options };
    }
  }
  return null;
}

const shapesOf = ({ tensors }: OutlinedLayer) => tensors.map(({ shape }) => shape.join('×')).join();

/** Whether these are a model's weights: by the layers' names, by how files count them, or by their order. */
function fits({ steps }: Plan, stored: readonly OutlinedLayer[], inOrder: boolean): boolean {
  const keys = containerKeys(steps.map(({ call }) => call.keras));
  const weighted = steps.flatMap((step, at) =>
    step.weights.length === 0
      ? []
      : [{ name: step.name, key: keys[at]!, shapes: step.weights.map(({ shape }) => shape.join('×')).join() }],
  );
  if (weighted.length !== stored.length) return false;
  const byName = new Map(stored.map((layer) => [layer.name, shapesOf(layer)]));
  if (weighted.every(({ name, shapes }) => byName.get(name) === shapes)) return true;
  const byKey = new Map(stored.map((layer) => [layer.counted, shapesOf(layer)]));
  if (weighted.every(({ key, shapes }) => byKey.get(key) === shapes)) return true;
  return inOrder && weighted.every(({ shapes }, at) => shapes === shapesOf(stored[at]!));
}
