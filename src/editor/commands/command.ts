import type { CommandId } from './commandId';

export type CommandGroup = 'file' | 'edit' | 'brick' | 'block' | 'arrange' | 'view' | 'run' | 'help';

/**
 * One action a person can take. The list of commands feeds the menus, the shortcuts, the `?` sheet and the palette;
 * nothing else binds a key.
 */
export interface Command {
  readonly id: CommandId;
  readonly group: CommandGroup;
  /** Shortcuts such as `Mod+Shift+Z`, `?`, `F2`, `Alt+ArrowUp`; `Mod` is ⌘ on macOS and Ctrl elsewhere. */
  readonly keys: readonly string[];
  /** Also while a text field has the focus. */
  readonly inText?: boolean;
  /** Its keys only work while the canvas has the focus, e.g. arrows. */
  readonly inCanvas?: boolean;
  /** A step within a gesture, e.g. an arrow key: has its keys, but no entry in menus and the palette. */
  readonly keyOnly?: boolean;
  /** What its keys do while it cannot run; without it they are the browser's own, which takes back what was typed last anywhere. */
  readonly missed?: (() => void) | undefined;
  enabled(): boolean;
  /** Does it; once it is in the list (`createCommands`) it never throws or rejects, but tells what failed. */
  run(): void | Promise<void>;
}
