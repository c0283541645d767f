/** The part of the browser's lock manager that is used (`navigator.locks`). */
export interface Locks {
  request<T>(
    name: string,
    options: { readonly ifAvailable?: boolean; readonly steal?: boolean; readonly signal?: AbortSignal },
    hold: (lock: unknown) => Promise<T>,
  ): Promise<T>;
  /** Locks that are held, by all tabs. */
  query(): Promise<{ readonly held?: readonly { readonly name?: string }[] }>;
}

export interface ProjectLock {
  /** Takes a project for this tab, letting go of the one before; false when another tab has it. */
  take(project: string): Promise<boolean>;
  /** Takes it away from the other tab. */
  steal(project: string): Promise<void>;
  /** Projects that other tabs have. */
  heldElsewhere(): Promise<readonly string[]>;
  release(): void;
}

/**
 * One tab at a time writes a project. `lost` is called when another tab takes it away, `gained` when it becomes free
 * after `take` was refused. Without a lock manager every tab gets what it asks for.
 */
export function createProjectLock(
  locks: Locks | undefined,
  { lost, gained }: { readonly lost: (project: string) => void; readonly gained: (project: string) => void },
): ProjectLock {
  let letGo: () => void = () => undefined;
  const prefix = 'deepbrick:project:';
  const nameOf = (project: string) => prefix + project;
  /** The project whose lock this tab has. */
  let own: string | null = null;

  /** Asks and answers at once whether the lock is held; it is held until `letGo`. */
  const ask = (project: string, options: { ifAvailable?: boolean; steal?: boolean }) =>
    new Promise<boolean>((answer) => {
      let held = false;
      let released = false;
      const holding = locks!.request(nameOf(project), options, (lock) => {
        if (lock === null) {
          answer(false);
          return Promise.resolve();
        }
        held = true;
        return new Promise<void>((done) => {
          own = project;
          letGo = () => {
            released = true;
            own = null;
            done();
          };
          answer(true);
        });
      });
      holding.catch(() => {
        if (!held) answer(false);
        else if (!released) {
          own = null;
          lost(project);
        }
      });
    });

  /** Waits in line until the other tab closes the project. */
  const wait = (project: string) => {
    const giveUp = new AbortController();
    letGo = () => giveUp.abort();
    let held = false;
    locks!
      .request(nameOf(project), { signal: giveUp.signal }, () => {
        held = true;
        return new Promise<void>((done) => {
          own = project;
          letGo = () => {
            own = null;
            done();
          };
          gained(project);
        });
      })
      .catch(() => {
        if (!held) return;
        own = null;
        lost(project);
      });
  };

  return {
    async take(project) {
      letGo();
      letGo = () => undefined;
      if (!locks) return true;
      const free = await ask(project, { ifAvailable: true });
      if (!free) wait(project);
      return free;
    },
    async steal(project) {
      letGo();
      letGo = () => undefined;
      if (locks) await ask(project, { steal: true });
    },
    async heldElsewhere() {
      const names = (await locks?.query())?.held?.map(({ name = '' }) => name) ?? [];
      const held = names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
      return held.filter((project) => project !== own);
    },
    release() {
      letGo();
      letGo = () => undefined;
    },
  };
}
