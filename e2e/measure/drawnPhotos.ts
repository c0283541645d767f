import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/** What the drawn pictures show; each is a class. */
export const scenes = ['boats', 'houses', 'trees'] as const;
export type Scene = (typeof scenes)[number];

type Point = readonly [number, number];

/** A picture of a scene as SVG, 320×240; the seed chooses place, size and colours. */
function drawing(scene: Scene, seed: number): string {
  let state = seed * 7919 + scene.length * 104_729;
  const chance = (from: number, to: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.round(from + (state / 2_147_483_648) * (to - from));
  };
  const colour = (from: number, to: number, light: number) => `hsl(${chance(from, to)}, ${chance(45, 75)}%, ${light}%)`;
  const area = (fill: string, ...points: readonly Point[]) => `<polygon fill="${fill}" points="${points.join(' ')}"/>`;
  const round = (fill: string, x: number, y: number, radius: number) =>
    `<circle fill="${fill}" cx="${x}" cy="${y}" r="${radius}"/>`;
  const box = (fill: string, x: number, y: number, width: number, height: number) =>
    `<rect fill="${fill}" x="${x}" y="${y}" width="${width}" height="${height}"/>`;

  const horizon = chance(130, 175);
  const [x, size, foot] = [chance(95, 225), chance(38, 62), horizon + chance(20, 50)];
  const [top, low] = [foot - size, foot - size * 2];
  const things = {
    boats: () => [
      area(colour(0, 360, 95), [x - 4, foot - 14], [x - 4, low], [x - size, foot - 14]),
      area(colour(0, 360, 75), [x + 4, foot - 14], [x + 4, low + size * 0.3], [x + size * 0.8, foot - 14]),
      area(
        colour(0, 40, 34),
        [x - size, foot - 8],
        [x + size, foot - 8],
        [x + size * 0.7, foot + 14],
        [x - size * 0.7, foot + 14],
      ),
    ],
    houses: () => {
      const glass = colour(200, 230, 40);
      return [
        box(colour(15, 60, 82), x - size, top, 2 * size, size),
        area(colour(0, 30, 42), [x - size * 1.2, top], [x, low + size * 0.2], [x + size * 1.2, top]),
        ...[-0.7, 0.34].map((side) => box(glass, x + size * side, top + size * 0.25, size * 0.36, size * 0.3)),
        box(colour(15, 35, 30), x - size * 0.16, foot - size * 0.5, size * 0.32, size * 0.5),
      ];
    },
    trees: () => {
      const leaves = colour(85, 150, 34);
      return [
        box(colour(20, 35, 30), x - size * 0.13, top, size * 0.26, size),
        round(leaves, x - size * 0.5, foot - size * 1.1, size * 0.55),
        round(leaves, x + size * 0.5, foot - size * 1.15, size * 0.52),
        round(leaves, x, foot - size * 1.5, size * 0.7),
      ];
    },
  }[scene];
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240">',
    '<linearGradient id="sky" x2="0" y2="1">',
    `<stop stop-color="${colour(195, 230, 62)}"/><stop offset="0.7" stop-color="${colour(20, 215, 88)}"/>`,
    '</linearGradient>',
    box('url(#sky)', 0, 0, 320, 240),
    round('#fff3c4', chance(30, 290), chance(25, 60), chance(12, 22)),
    box(scene === 'boats' ? colour(195, 220, 45) : colour(70, 130, 48), 0, horizon, 320, 240 - horizon),
    ...things(),
    '</svg>',
  ].join('');
}

/** One drawn picture, as JPEG. */
export const drawnPhoto = (scene: Scene, seed: number): Promise<Buffer> =>
  sharp(Buffer.from(drawing(scene, seed)))
    .jpeg({ quality: 85 })
    .toBuffer();

/** A folder of drawn pictures, `count` of each class, with an empty, a torn and a foreign file among them. Gives its path. */
export async function drawnFolder(folder: string, count: number): Promise<string> {
  const whole = join(folder, 'scenes');
  for (const scene of scenes) {
    mkdirSync(join(whole, scene), { recursive: true });
    for (let seed = 1; seed <= count; seed++)
      writeFileSync(join(whole, scene, `${scene}-${String(seed).padStart(2, '0')}.jpg`), await drawnPhoto(scene, seed));
  }
  writeFileSync(join(whole, 'trees', 'empty.jpg'), '');
  writeFileSync(join(whole, 'trees', 'notes.jpg'), 'no picture at all');
  writeFileSync(join(whole, 'boats', 'torn.jpg'), (await drawnPhoto('boats', 99)).subarray(0, 900));
  return whole;
}
