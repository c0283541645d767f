import type { Library } from '../../document/template';
import type { Clipboard } from './clipboard';
import type { Command, CommandGroup } from './command';
import type { CommandId } from './commandId';
import type { LockedEdit } from '../locks';
import type { PreferencesStore } from '../preferences';
import type { Projects } from '../projects/projects';
import type { Runner } from '../run/runner';
import type { SessionStore } from '../session';
import type { Editor } from '../store';

/** Why nothing is done: there is nothing to paste, or something else than bricks; no step to take back or to do again; problems keep the model from being trained. */
export type EditTrouble = 'nothing' | 'noBricks' | 'nothingToUndo' | 'nothingToRedo' | 'cannotTrain' | LockedEdit;

/** What commands work on. */
export interface CommandServices {
  readonly editor: Editor;
  readonly session: SessionStore;
  readonly preferences: PreferencesStore;
  readonly projects: Projects;
  readonly runner: Runner;
  readonly library: Library;
  readonly clipboard: Clipboard;
  /** Title of a project that nobody has named yet. */
  untitled(): string;
  /** Tells the person why nothing was done. */
  refused(why: EditTrouble): void;
  /** Tells the person that a command did not work. */
  failed(id: CommandId, error: unknown): void;
}

type Details = Pick<Command, 'inText' | 'inCanvas' | 'keyOnly' | 'missed'> & {
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
  return { id, group, keys, enabled, run: async () => void (await run()), ...details };
}

/** The items that are selected. */
export const selected = ({ editor }: Pick<CommandServices, 'editor'>) => editor.store.getState().selection.items;

/** How far a copy is put from its original, in pixels: right and down. */
export const copyOffset = [32, 32] as const;
