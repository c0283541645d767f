/** Where the weights of a backbone can start: ImageNet's and the digits' are published, a file is somebody's own. */
export const weightsSources = ['random', 'imagenet', 'digits', 'file'] as const;
export type WeightsSource = (typeof weightsSources)[number];
