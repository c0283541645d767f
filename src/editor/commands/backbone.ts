import type { Edit, Start } from '../../document/document';
import {
  architectureOf,
  foldBackbone,
  startFrom,
  unfoldBackbone,
  wholeStart,
  withoutStart,
} from '../../document/edits';
import { arrange } from '../../layout/arrange';
import type { Command } from './command';
import { type CommandServices, command, selected } from './services';

/** A backbone becomes its layers, and layers a backbone; everything is arranged anew in the same step. */
export function backboneCommands(services: CommandServices): readonly Command[] {
  const { editor, library } = services;
  const state = () => editor.store.getState();
  const one = () => {
    const [item, ...others] = selected(services);
    return others.length === 0 ? item : undefined;
  };
  const unfolding = (): Edit | null => {
    const step = state().plan.steps.find(({ name, nested }) => name === one() && nested !== undefined);
    const [shape] = step?.inputShapes ?? [];
    if (!step?.nested || shape === undefined) return null;
    const trained = new Set(step.nested.steps.filter(({ trainable }) => trainable).map(({ name }) => name));
    const edit = unfoldBackbone({ name: step.name, shape, trained }, library);
    return edit(state().document) === state().document ? null : edit;
  };
  const folding = (): Edit | null => {
    const block = one();
    if (block === undefined || architectureOf(state().document, block, library) === null) return null;
    return foldBackbone(block, library);
  };
  /** Published weights for the whole model; looked for only where it answers as an architecture does. */
  const published = (): Start | null => {
    const { document, plan } = state();
    const [[input], [output]] = [plan.inputs, plan.outputs];
    if (input === undefined || output === undefined || plan.inputs.length + plan.outputs.length > 2) return null;
    const shape = plan.shapes[output]?.join();
    if (!Object.values(library.architectures).some(({ expect }) => expect.output.join() === shape)) return null;
    return wholeStart(document, output, plan.shapes[input] ?? [], library);
  };
  const apply = (edit: Edit | null, select: string | undefined) => {
    if (edit === null || select === undefined) return;
    editor.edit((document) => arrange(edit(document), library, 'towers'));
    editor.select([select]);
  };
  return [
    command('block', 'unfoldBackbone', () => apply(unfolding(), one()), { enabled: () => unfolding() !== null }),
    command(
      'brick',
      'startPublished',
      () => {
        const start = published();
        if (start !== null) editor.edit(startFrom(start));
      },
      { enabled: () => published() !== null },
    ),
    command('brick', 'startRandom', () => editor.edit(withoutStart), {
      enabled: () => state().document.weights !== undefined,
    }),
    command('block', 'foldBackbone', () => apply(folding(), one()), { enabled: () => folding() !== null }),
  ];
}
