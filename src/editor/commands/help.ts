import type { Command } from './command';
import { type CommandServices, command, selected } from './services';

export function helpCommands(services: CommandServices): readonly Command[] {
  const { editor, session } = services;
  /** The brick that is pointed at in the palette, or else the one that is selected. */
  const asked = (): readonly [entry: string, name: string | null] | null => {
    const { pointed } = session.store.getState();
    if (pointed !== null) return [pointed, null];
    const items = selected(services);
    const node = items.length === 1 ? editor.store.getState().document.nodes[items[0]!] : undefined;
    return node ? [node.type, items[0]!] : null;
  };
  const help = () => {
    const of = asked();
    if (of) session.help(...of);
  };
  return [
    command('help', 'brickHelp', help, { keys: ['F1'], inText: true, enabled: () => asked() !== null }),
    command('help', 'commands', () => session.open('commands'), { keys: ['Mod+K'], inText: true }),
    command('help', 'shortcuts', () => session.open('shortcuts'), { keys: ['?'] }),
  ];
}
