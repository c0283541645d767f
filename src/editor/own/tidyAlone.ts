import { type PhotoStorage, sweepProjects, tidyProject } from '../../data/photos/photoStorage';

/**
 * Deletes files that no set of the project has, and those of projects without sets: each while nothing is imported into it,
 * here or in another tab; nothing where pages have no locks.
 */
export async function tidyAlone(storage: PhotoStorage, project: string, locks?: LockManager): Promise<void> {
  if (!locks) return;
  const alone = async (each: string, work: () => Promise<void>) => {
    await locks.request(`photos:${each}`, { ifAvailable: true }, async (lock) => {
      if (lock !== null) await work();
    });
  };
  await alone(project, () => tidyProject(storage, project));
  await sweepProjects(storage, alone);
}
