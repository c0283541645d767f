import type { Command } from './command';
import { arrangeCommands } from './arrange';
import { backboneCommands } from './backbone';
import { blockCommands } from './block';
import { brickCommands } from './brick';
import { editCommands } from './edit';
import { fileCommands } from './file';
import { helpCommands } from './help';
import { takenBy } from './lockedCommands';
import { runCommands } from './run';
import type { CommandServices } from './services';
import { viewCommands } from './view';

export type { CommandServices };

/** Every action that there is, in the order of the menus. Where two have the same key, the first that is enabled takes it. */
export function createCommands(services: CommandServices): readonly Command[] {
  const all = [
    ...fileCommands(services),
    ...brickCommands(services),
    ...editCommands(services),
    ...blockCommands(services),
    ...backboneCommands(services),
    ...arrangeCommands(services),
    ...viewCommands(services),
    ...runCommands(services),
    ...helpCommands(services),
  ];
  return all.map((command) => ({
    ...command,
    enabled: () => takenBy(services.session.store.getState().locks, command.id) === null && command.enabled(),
    get missed() {
      const lock = takenBy(services.session.store.getState().locks, command.id);
      return lock === null ? command.missed : () => services.refused({ code: 'locked', data: { lock } });
    },
    async run() {
      try {
        await command.run();
      } catch (error) {
        services.failed(command.id, error);
      }
    },
  }));
}
