import type { CommandGroup } from '../../../editor/commands/command';

/** The groups of commands in the order of menus and sheets. */
export const groups: readonly CommandGroup[] = ['file', 'edit', 'brick', 'block', 'arrange', 'view', 'run', 'help'];
