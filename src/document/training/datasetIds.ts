/** Prefix of the ids of somebody's own tables and texts; the rest is the file's name. */
export const ownPrefix = 'own:';

/** Prefix of the ids of sets of photos; the rest is the folder's name. */
export const photosPrefix = 'photos:';

/** The dataset of a model that waits for its owner's photos: a set that has no name yet. */
export const photosToCome = photosPrefix;

/** Is it a set of somebody's own photos, here or to come? */
export const isPhotos = (dataset: string): boolean => dataset.startsWith(photosPrefix);

/** Is it somebody's own: a table, texts or photos? */
export const isOwnFile = (dataset: string): boolean => dataset.startsWith(ownPrefix) || isPhotos(dataset);
