import type { AnyBrick } from '../brick/brick';
import { choice } from '../brick/fields';
import { type AnyTemplate, type ArchitectureTemplate, type Library, isArchitecture } from './template';

/** These bricks, where a model inside is one of the architectures among these templates. */
export function libraryOf(bricks: readonly AnyBrick[], templates: readonly AnyTemplate[]): Library {
  const architectures = Object.fromEntries(templates.filter(isArchitecture).map((template) => [template.id, template]));
  const ids = Object.keys(architectures) as [string, ...string[]];
  const offering = (brick: AnyBrick): AnyBrick =>
    brick.nested
      ? {
          ...brick,
          params: { ...brick.params, architecture: choice(ids, String(brick.params['architecture']?.initial)) },
        }
      : brick;
  return { bricks: Object.fromEntries(bricks.map((brick) => [brick.type, offering(brick)])), architectures };
}

/** The architecture of this id; undefined where the library has none. */
export const architectureIn = ({ architectures }: Library, id: unknown): ArchitectureTemplate | undefined =>
  typeof id === 'string' && Object.hasOwn(architectures, id) ? architectures[id] : undefined;
