import 'fake-indexeddb/auto';
import { expect, vi } from 'vitest';
import { library } from '../../templates/index';
import { emptyDocument } from '../document/document';
import { createProjects } from './projects/createProjects';
import type { Locks } from './projects/projectLock';
import type { ProjectServices } from './projects/projectServices';
import { openProjectStorage } from './projects/projectStorage';
import { createEditor } from './store';

/** One browser: a database, locks and small memories that several tabs share. Locks as `navigator.locks` hands them out. */
export function browser() {
  const name = `projects-${Math.random()}`;
  const held = new Map<string, { refuse: (error: Error) => void; queue: (() => void)[] }>();
  const locks: Locks = {
    query: async () => ({ held: [...held.keys()].map((lock) => ({ name: lock })) }),
    request(lock, { ifAvailable = false, steal = false, signal }, hold) {
      return new Promise((done, refuse) => {
        const run = () => {
          const mine = { refuse, queue: held.get(lock)?.queue ?? [] };
          held.set(lock, mine);
          void hold({ name: lock }).then((value) => {
            if (held.get(lock) === mine) held.delete(lock);
            mine.queue.shift()?.();
            done(value);
          });
        };
        const present = held.get(lock);
        signal?.addEventListener('abort', () => refuse(new Error('aborted')));
        if (!present) run();
        else if (steal) {
          present.refuse(new Error('stolen'));
          run();
        } else if (ifAvailable) void hold(null).then(done);
        else present.queue.push(run);
      });
    },
  };
  const memory = new Map<string, string>();
  const heard = new Set<() => void>();
  const shared = {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, text: string) => void memory.set(key, text),
    removeItem: (key: string) => void memory.delete(key),
  };
  const tab = (more: Partial<ProjectServices> = {}) => {
    const editor = createEditor(emptyDocument(''), library);
    let leave = () => undefined as void;
    const projects = createProjects({
      editor,
      openStorage: () => openProjectStorage(name),
      locks,
      memory: [shared],
      tabs: { tell: () => heard.forEach((hear) => hear()), listen: (hear) => heard.add(hear) },
      onLeave: (flush) => (leave = flush),
      ...more,
    });
    const state = () => projects.store.getState();
    const saved = () => vi.waitFor(() => expect(state().saving).toBe('saved'));
    const title = () => editor.store.getState().document.title;
    return {
      editor,
      projects,
      state,
      saved,
      title,
      leave: () => leave(),
      titles: () => state().list.map((entry) => entry.title),
    };
  };
  return { tab, memory, name, storage: () => openProjectStorage(name) };
}
