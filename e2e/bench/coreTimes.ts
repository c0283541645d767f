import { compile } from '../../src/compile/compile';
import { setParam } from '../../src/document/edits/bricks';
import { move } from '../../src/document/edits/towers';
import { createEditor } from '../../src/editor/store';
import { arrange } from '../../src/layout/arrange';
import { towersOf } from '../../src/layout/towers';
import { type Flow, flowOf } from '../../src/ui/canvas/flowNodes';
import { library } from '../../templates/index';
import { chainOf } from './chain';
import { type Times, timed } from './times';

const rounds = 100;

/** Milliseconds of what follows a change of so many bricks, without the page: the plan, the towers, the canvas's nodes. */
export function coreTimes(count: number): Readonly<Record<string, Times>> {
  const document = arrange(chainOf(count), library, 'towers');
  const plan = compile(document, library);
  if (plan.issues.length > 0 || plan.steps.length !== count) throw new Error(JSON.stringify(plan.issues.slice(0, 3)));
  const editor = createEditor(document, library);
  let flow: Flow | null = null;
  const follow = () => (flow = flowOf(editor.store.getState(), library, flow));
  follow();
  return {
    compile: timed(rounds, () => compile(document, library)),
    towers: timed(rounds, () => towersOf(document, library)),
    'a selection, up to the nodes of the canvas': timed(rounds, (round) => {
      editor.select([`brick${round % count}`]);
      follow();
    }),
    'an edit, up to the nodes of the canvas': timed(rounds, (round) => {
      editor.edit(setParam('brick51', 'filters', 16 + round));
      follow();
    }),
    'a move, up to the nodes of the canvas': timed(rounds, (round) => {
      editor.edit(move(['brick0'], round % 2 === 0 ? 12 : -12, 0));
      follow();
    }),
  };
}
