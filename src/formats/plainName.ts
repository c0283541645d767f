/** A title as the name of a folder or an npm package: lower case, ASCII. */
export function plainName(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return words === '' ? 'deepbrick-model' : `deepbrick-${words.replace(/-+$/, '')}`;
}
