import { expect, test } from 'vitest';
import { removeProject } from './removeProject';

test('everything of a project goes, and comes back before the project does', async () => {
  const told: string[] = [];
  const remove = (what: string) => async (project: string) => {
    told.push(`${what} of ${project} gone`);
    return async () => void told.push(`${what} of ${project} back`);
  };
  const parts = {
    projects: { remove: remove('document') },
    data: { removeProject: remove('data') },
    photos: { removeProject: remove('photos') },
    runner: { abandon: async (project: string) => told.push(`run of ${project} ended`) },
  };
  const restore = await removeProject('p', parts);
  expect(told.splice(0)).toEqual(['run of p ended', 'document of p gone', 'data of p gone', 'photos of p gone']);
  await restore();
  expect(told).toEqual(['data of p back', 'photos of p back', 'document of p back']);
});
