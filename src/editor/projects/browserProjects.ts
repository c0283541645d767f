import { createProjects } from './createProjects';
import type { Memory } from '../memory';
import { openProjectStorage } from './projectStorage';
import type { ProjectServices } from './projectServices';
import type { Projects } from './projects';
import type { Editor } from '../store';

/** Reached for at every use: where cookies are blocked, already naming the storage throws. */
function memoryOf(storage: () => Storage): Memory {
  return {
    getItem: (key) => storage().getItem(key),
    setItem: (key, text) => storage().setItem(key, text),
    removeItem: (key) => storage().removeItem(key),
  };
}

/** Projects with everything that a browser gives: its database, its locks between tabs, its small memories. */
export function createBrowserProjects(editor: Editor, copyKept: NonNullable<ProjectServices['copyKept']>): Projects {
  const channel = new BroadcastChannel('deepbrick:projects');
  return createProjects({
    editor,
    copyKept,
    openStorage: () => openProjectStorage(),
    // Only pages from localhost or https have locks.
    ...('locks' in navigator ? { locks: navigator.locks } : {}),
    memory: [memoryOf(() => sessionStorage), memoryOf(() => localStorage)],
    tabs: {
      tell: channel.postMessage.bind(channel, 'changed'),
      listen: (heard) => channel.addEventListener('message', heard),
    },
    onLeave(flush) {
      addEventListener('pagehide', flush);
      document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush());
    },
  });
}
