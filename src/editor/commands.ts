import type { Command } from './command';
import { arrangeCommands } from './commands/arrange';
import { backboneCommands } from './commands/backbone';
import { blockCommands } from './commands/block';
import { brickCommands } from './commands/brick';
import { editCommands } from './commands/edit';
import { fileCommands } from './commands/file';
import { helpCommands } from './commands/help';
import { runCommands } from './commands/run';
import type { CommandServices } from './commands/services';
import { viewCommands } from './commands/view';

export type { CommandServices };

/** Every action that there is, in the order of the menus. Where two have the same key, the first that is enabled takes it. */
export function createCommands(services: CommandServices): readonly Command[] {
  return [
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
}
