import { calledAgain, isCalledAgain, withOwnWeights } from '../../document/edits/shared';
import { disconnect, setBypassed, setTrainable, trainableState } from '../../document/edits';
import { bricksOf } from '../../document/items';
import { keptPlaceholder } from '../../document/structure/placeholder';
import { canvasActions, pageActions } from './canvasActions';
import type { Command } from './command';
import { type CommandServices, command, copyOffset, selected } from './services';

export function brickCommands(services: CommandServices): readonly Command[] {
  const { editor, session, preferences } = services;
  const state = () => editor.store.getState();
  const some = () => selected(services).length > 0;
  const one = () => selected(services).length === 1;
  const hasWeights = (name: string) => state().plan.steps.some((step) => step.name === name && step.weights.length > 0);
  const isKept = (name: string) => {
    const { nodes } = state().document;
    return Object.hasOwn(nodes, name) && keptPlaceholder(nodes[name]!) !== null;
  };
  /** Wires that come into the selected bricks and blocks from outside them. */
  const incoming = () => {
    const { document } = state();
    const bricks = new Set(bricksOf(document, selected(services)));
    return document.edges.filter(({ from, to }) => bricks.has(to) && !bricks.has(from));
  };
  const connecting = () => session.store.getState().connectingFrom !== null;
  const during = { inCanvas: true, keyOnly: true, enabled: connecting } as const;
  return [
    // While a wire is being made these keys mean its targets; they come first in the list for that reason.
    command('brick', 'connectNext', () => canvasActions()?.stepTarget(1), {
      ...during,
      keys: ['ArrowRight', 'ArrowUp', 'Tab'],
    }),
    command('brick', 'connectPrevious', () => canvasActions()?.stepTarget(-1), {
      ...during,
      keys: ['ArrowLeft', 'ArrowDown', 'Shift+Tab'],
    }),
    command('brick', 'connectConfirm', () => canvasActions()?.confirmTarget(), { ...during, keys: ['Enter'] }),
    command('brick', 'connectCancel', () => session.connectFrom(null), {
      keys: ['Escape'],
      keyOnly: true,
      enabled: connecting,
    }),
    command('brick', 'search', () => pageActions()?.focusSearch(), {
      keys: ['/'],
      enabled: () => pageActions() !== null,
    }),
    command('brick', 'quickAdd', () => canvasActions()?.quickAdd(), {
      keys: ['Tab'],
      inCanvas: true,
      enabled: () => canvasActions() !== null,
    }),
    command('brick', 'exchange', () => canvasActions()?.exchange(selected(services)[0]!), {
      keys: ['X'],
      enabled: () => canvasActions() !== null && one() && isKept(selected(services)[0]!),
    }),
    command('brick', 'connect', () => session.connectFrom(selected(services)[0] ?? null), {
      keys: ['C'],
      enabled: one,
    }),
    command(
      'brick',
      'disconnect',
      () => {
        const { towers } = state();
        const edits = incoming().map((edge) => disconnect(edge, towers));
        editor.edit((document) => edits.reduce((before, edit) => edit(before), document));
      },
      { keys: ['Shift+C'], enabled: () => incoming().length > 0 },
    ),
    command(
      'brick',
      'rename',
      () => {
        preferences.setState({ inspectorOpen: true });
        session.open('rename');
      },
      { keys: ['F2'], enabled: one },
    ),
    command(
      'brick',
      'bypass',
      () => {
        const bricks = bricksOf(state().document, selected(services));
        const every = bricks.every((name) => state().document.nodes[name]!.bypassed === true);
        editor.edit(setBypassed(bricks, !every));
      },
      { keys: ['B'], enabled: some },
    ),
    command(
      'brick',
      'freeze',
      () => {
        const items = selected(services);
        editor.edit(setTrainable(items, trainableState(state().document, items) === 'frozen'));
      },
      { keys: ['F'], enabled: some },
    ),
    command(
      'brick',
      'callAgain',
      () => {
        const [name] = selected(services);
        const { document, towers } = state();
        const again = name === undefined ? null : calledAgain(document, name, copyOffset, towers);
        if (again !== null && editor.edit(again.edit)) editor.select(again.items);
      },
      { enabled: () => one() && hasWeights(selected(services)[0]!) },
    ),
    command('brick', 'ownWeights', () => editor.edit(withOwnWeights(selected(services))), {
      enabled: () => one() && isCalledAgain(state().document, selected(services)[0]!),
    }),
    command('brick', 'swapHead', () => session.open('swapHead'), {
      enabled: () => Object.keys(state().document.nodes).length > 0,
    }),
    command('brick', 'fineTune', () => session.open('fineTune'), {
      enabled: () => Object.keys(state().document.nodes).length > 0,
    }),
  ];
}
