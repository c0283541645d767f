import type { Memory } from '../memory';
import type { Editor } from '../store';
import type { Locks } from './projectLock';
import type { ProjectStorage } from './projectStorage';

/** What projects need from the browser; each can be left out where there is none. */
export interface ProjectServices {
  readonly editor: Editor;
  /** Opens the database; rejects where there is no storage. */
  readonly openStorage: () => Promise<ProjectStorage>;
  readonly locks?: Locks;
  /** Remembers the open project over a reload: this tab's and this device's memory, the tab's first. */
  readonly memory: readonly Memory[];
  /** Says to other tabs that the list has changed, and hears it from them. */
  readonly tabs?: { tell(): void; listen(heard: () => void): void };
  /** What else is kept of a project is kept of another, too, which it lives on in: weights, runs, own data. */
  readonly copyKept?: (from: string, to: string) => Promise<void>;
  /** Calls back when the page is about to go away. */
  readonly onLeave?: (flush: () => void) => void;
}
