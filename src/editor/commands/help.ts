import type { Command } from '../command';
import { type CommandServices, command } from './services';

export function helpCommands({ session }: CommandServices): readonly Command[] {
  return [
    command('help', 'commands', () => session.open('commands'), { keys: ['Mod+K'], inText: true }),
    command('help', 'shortcuts', () => session.open('shortcuts'), { keys: ['?'] }),
  ];
}
