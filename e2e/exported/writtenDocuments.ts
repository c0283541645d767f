import { brickList } from '../../bricks/index';
import { compile } from '../../src/compile/compile';
import { type Document, emptyDocument } from '../../src/document/document';
import { type AnyTemplate, buildTemplate } from '../../src/document/template';
import type { ExportedModel } from '../../src/exporters/exporter';
import { library, templates } from '../../templates/index';
import { randomGraph } from '../documents/randomGraph';
import { settingWalks } from '../documents/settingWalks';
import { planOf } from '../keras/cases/plans';
import { smaller } from '../keras/cases/smaller';
import { structures } from './writtenStructures';

/** A model that is written. */
export interface Named {
  /** Its template, its brick, or what it is one of. */
  readonly group: string;
  /** What it is among those. */
  readonly name: string;
  /** It is also written without weights and data: its layers are not the only thing in question. */
  readonly bare: boolean;
  /** Made when it is first asked for. */
  model(): ExportedModel;
}

const graphs = 40;

/** An architecture without its top on the smallest pictures and of the smallest width: every layer, few weights. */
function optionsOf({ architecture, options }: AnyTemplate): Readonly<Record<string, unknown>> {
  const side = architecture?.minimum ?? 32;
  const small = { inputShape: [side, side, 3], alpha: '0.25' };
  const all = architecture ? { ...small, includeTop: false, pooling: 'avg', alpha: 0.25 } : small;
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in options));
}

const compiled = (document: Document): ExportedModel => ({ document, plan: compile(document, library) });

const ofTemplates = templates.map((template): Named => ({
  group: template.id,
  name: 'template',
  bare: true,
  model: () => compiled(buildTemplate(template, optionsOf(template))),
}));

/** Of large models, with weights that are not too many: fewer words, shorter texts, smaller pictures. */
const ofSmaller = templates.flatMap((template): Named[] => {
  const document = smaller(buildTemplate(template, optionsOf(template)));
  return document === null
    ? []
    : [{ group: template.id, name: 'smaller', bare: false, model: () => compiled(document) }];
});

const ofBricks = brickList.flatMap(({ type, examples }) =>
  examples.map(({ params, in: inputs }, index): Named => ({
    group: type,
    name: `example ${index + 1}`,
    bare: false,
    model: () => ({ document: emptyDocument(type), plan: planOf({ type, params, in: inputs }) }),
  })),
);

const ofGraphs = Array.from({ length: graphs }, (_, seed): Named => ({
  group: 'random graphs',
  name: `seed ${seed}`,
  bare: false,
  model: () => compiled(randomGraph(seed)),
}));

const ofStructures = structures.map(({ title, document }): Named => ({
  group: 'structures',
  name: title,
  bare: false,
  model: () => compiled(document),
}));

const ofSettings = settingWalks.map(([path, document, change]): Named => ({
  group: `training.${path.split('.')[0]!}`,
  name: `${path} ${JSON.stringify(change)}`,
  bare: false,
  model: () => compiled({ ...document, training: { ...document.training, ...change } }),
}));

/** Every kind of model: templates, each brick's examples, random graphs, structures, every setting of training. */
export const writtenDocuments: readonly Named[] = [
  ...ofTemplates,
  ...ofSmaller,
  ...ofBricks,
  ...ofGraphs,
  ...ofStructures,
  ...ofSettings,
].map((named) => {
  let made: ExportedModel | undefined;
  // Every target asks for it.
  return { ...named, model: () => (made ??= named.model()) };
});
