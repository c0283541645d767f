import type { Library } from '../../document/template';
import { type CommandId, commandTexts } from '../../i18n/commands';
import type { Clipboard } from './clipboard';
import type { Command, CommandGroup } from './command';
import type { PreferencesStore } from '../preferences';
import type { Projects } from '../projects/projects';
import type { Runner } from '../run/runner';
import type { SessionStore } from '../session';
import type { Editor } from '../store';

/** What commands work on. */
export interface CommandServices {
  readonly editor: Editor;
  readonly session: SessionStore;
  readonly preferences: PreferencesStore;
  readonly projects: Projects;
  readonly runner: Runner;
  readonly library: Library;
  readonly clipboard: Clipboard;
}

type Details = Pick<Command, 'inText' | 'inCanvas' | 'keyOnly'> & {
  readonly keys?: readonly string[];
  readonly enabled?: () => boolean;
};

/** One command; without `enabled` it can always run. */
export function command(
  group: CommandGroup,
  id: CommandId,
  run: () => unknown,
  { keys = [], enabled = () => true, ...details }: Details = {},
): Command {
  const settle = () => {
    const done = run();
    return done instanceof Promise ? done.then(() => undefined) : undefined;
  };
  return { id, group, words: commandTexts[id], keys, enabled, run: settle, ...details };
}

/** The items that are selected. */
export const selected = ({ editor }: Pick<CommandServices, 'editor'>) => editor.store.getState().selection.items;
