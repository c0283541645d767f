import type { Shape } from '../../brick/shape';
import { depth } from '../../layout/geometry';

/** Studs on a brick's top: two rows = image, one row = vector or sequence, a single one = one value. */
export type Studs = 'two' | 'one' | 'single' | 'none';

/** The studs that say what a brick gives out; a brick whose output is not known has none. */
export function studsOf(shape: Shape | undefined): Studs {
  if (shape === undefined) return 'none';
  if (shape.every((size) => size === 1)) return 'single';
  return shape.length >= 3 ? 'two' : 'one';
}

/** Radii of a stud's rim and the height of its cylinder, in pixels at 100 %. */
const stud = { across: 10.5, along: 3.1, height: 3.8 } as const;
/** Room one stud needs along the brick. */
const pitch = 36;

/** Middles of the studs' feet, back row first, from the front face's lower left corner (x right, y down). */
export function studPlaces(studs: Studs, width: number, height: number): readonly (readonly [number, number])[] {
  if (studs === 'none') return [];
  const along = studs === 'single' ? 1 : Math.max(2, Math.round(width / pitch));
  const rows = studs === 'two' ? [0.74, 0.27] : [0.5];
  return rows.flatMap((row) =>
    Array.from({ length: along }, (_, index) => {
      const x = (width / along) * (index + 0.5) + depth.x * row;
      return [round(x), round(-height - depth.y * row)] as const;
    }),
  );
}

const round = (value: number) => Math.round(value * 100) / 100;

/** SVG paths of all studs at once: the cylinders, their round tops, and the light on the rims. */
export function studPaths(places: readonly (readonly [number, number])[]) {
  const { across, along, height } = stud;
  const cylinder = ([x, y]: readonly [number, number]) =>
    `M${x - across} ${y}v${-height}h${2 * across}v${height}a${across} ${along} 0 0 1 ${-2 * across} 0z`;
  const top = ([x, y]: readonly [number, number]) =>
    `M${x - across} ${y - height}a${across} ${along} 0 0 1 ${2 * across} 0a${across} ${along} 0 0 1 ${-2 * across} 0z`;
  const light = ([x, y]: readonly [number, number]) =>
    `M${x - across + 1.6} ${y - height - 0.7}a${across - 1.4} ${along - 0.7} 0 0 1 ${across} ${-along + 1.3}`;
  return {
    cylinders: places.map(cylinder).join(''),
    tops: places.map(top).join(''),
    lights: places.map(light).join(''),
  };
}
