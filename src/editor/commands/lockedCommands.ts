import type { Lock } from '../locks';
import type { CommandId } from './commandId';

/** Commands that a lock takes away. */
const taken: Readonly<Record<Lock, readonly CommandId[]>> = {
  model: [
    'cut',
    'paste',
    'duplicate',
    'delete',
    'search',
    'quickAdd',
    'exchange',
    'rename',
    'bypass',
    'freeze',
    'callAgain',
    'connect',
    'disconnect',
    'swapHead',
    'fineTune',
    'startPublished',
    'startRandom',
    'unfoldBackbone',
    'foldBackbone',
    'group',
    'ungroup',
  ],
  settings: [],
  templates: ['newProject', 'templates', 'projects', 'openFile', 'importCode', 'openModel'],
  code: ['code', 'exportModel', 'importCode'],
};

/** The lock that takes a command away; null where none does. */
export const takenBy = (locks: readonly Lock[], command: CommandId): Lock | null =>
  locks.find((lock) => taken[lock].includes(command)) ?? null;
