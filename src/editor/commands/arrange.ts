import { move, snapOnto } from '../../document/edits';
import { type Arrangement, arrange } from '../../layout/arrange';
import { canvasActions } from './canvasActions';
import type { Command } from './command';
import { type CommandServices, command, selected } from './services';

type How = 'towers' | 'down' | 'right';

/** One step of Alt+arrow, in pixels at 100 %. */
const nudge = 20;

export function arrangeCommands(services: CommandServices): readonly Command[] {
  const { editor, library, preferences } = services;
  const state = () => editor.store.getState();
  const some = () => selected(services).length > 0;
  const arrangement = async (how: How): Promise<Arrangement> =>
    how === 'towers' ? how : (await import('../../layout/flow')).flows[how];
  const whole = (how: How) => async () => {
    const arrangedSo = await arrangement(how);
    editor.edit((document) => arrange(document, library, arrangedSo));
    canvasActions()?.fit();
  };
  const part = (how: How) => async () => {
    const arrangedSo = await arrangement(how);
    editor.edit((document) => arrange(document, library, arrangedSo, selected(services)));
  };

  /** A brick in a tower changes places with its neighbour; anything else moves with its tower. */
  const moveBy = (dx: number, dy: number) => () => {
    const { towers } = state();
    const items = selected(services);
    const item = items.length === 1 ? towers.items.get(items[0]!) : undefined;
    const tower = item && towers.towers.find(({ id }) => id === item.tower);
    const neighbour = dy === 0 || !item ? undefined : tower?.items[item.level - Math.sign(dy)];
    if (neighbour !== undefined) {
      const [lower, upper] = dy < 0 ? [item!.id, neighbour] : [neighbour, item!.id];
      editor.edit(snapOnto([lower], upper, towers));
    } else editor.edit(move(items, dx, dy), `move ${items.join(' ')}`);
  };
  const moving = { enabled: some } as const;
  return [
    command('arrange', 'arrangeTowers', whole('towers'), { keys: ['Shift+A'] }),
    command('arrange', 'arrangeDown', whole('down')),
    command('arrange', 'arrangeRight', whole('right')),
    command('arrange', 'arrangeSelectionTowers', part('towers'), { enabled: some }),
    command('arrange', 'arrangeSelectionDown', part('down'), { enabled: some }),
    command('arrange', 'arrangeSelectionRight', part('right'), { enabled: some }),
    command('arrange', 'moveUp', moveBy(0, -nudge), { ...moving, keys: ['Alt+ArrowUp'] }),
    command('arrange', 'moveDown', moveBy(0, nudge), { ...moving, keys: ['Alt+ArrowDown'] }),
    command('arrange', 'moveLeft', moveBy(-nudge, 0), { ...moving, keys: ['Alt+ArrowLeft'] }),
    command('arrange', 'moveRight', moveBy(nudge, 0), { ...moving, keys: ['Alt+ArrowRight'] }),
    command('arrange', 'snap', () => preferences.setState(({ snap }) => ({ snap: !snap }))),
  ];
}
