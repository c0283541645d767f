/** Something that is kept by project: its document, its data, its photos. */
type Remove = (project: string) => Promise<() => Promise<void>>;

interface Parts {
  readonly projects: { readonly remove: Remove };
  readonly data: { readonly removeProject: Remove };
  readonly photos: { readonly removeProject: Remove };
  /** Ends what the project trains. */
  readonly runner: { abandon(project: string): Promise<unknown> };
}

/** Deletes a project with all that was brought along for it; the answer brings everything back, the project last. */
export async function removeProject(
  id: string,
  { projects, data, photos, runner }: Parts,
): Promise<() => Promise<void>> {
  await runner.abandon(id);
  const restoreProject = await projects.remove(id);
  const restoreData = await data.removeProject(id);
  const restorePhotos = await photos.removeProject(id);
  return async () => {
    await restoreData();
    await restorePhotos();
    await restoreProject();
  };
}
