import { type ProjectServices, createProjects } from './createProjects';
import { openProjectStorage } from './projectStorage';
import type { Projects } from './projects';
import type { Editor } from './store';

/** Projects with everything that a browser gives: its database, its locks between tabs, its small memories. */
export function createBrowserProjects(editor: Editor): Projects {
  const channel = new BroadcastChannel('deepbrick:projects');
  const services: ProjectServices = {
    editor,
    openStorage: openProjectStorage,
    // Only pages from localhost or https have locks.
    ...('locks' in navigator ? { locks: navigator.locks } : {}),
    memory: [sessionStorage, localStorage],
    tabs: {
      tell: () => channel.postMessage('changed'),
      listen: (heard) => channel.addEventListener('message', heard),
    },
    onLeave(flush) {
      addEventListener('pagehide', flush);
      document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush());
    },
  };
  return createProjects(services);
}
