import type { AnyBrick } from '../brick/brick';

/** Width of every brick's front face, in pixels at 100 %. */
export const brickWidth = 148;
export const brickHeight = 40;
/** Activations are thin bricks. */
export const thinHeight = 22;
/** A folded block is one taller brick. */
export const foldedHeight = 78;
/** How far top and side face lean back: right and up. */
export const depth = { x: 16, y: 15 } as const;
/** Room under a tower for its label: name, shape, parameters. */
export const footHeight = 52;
/** Height of a stud over the top face. */
export const studHeight = 7;
/** Free space between towers. */
export const gap = { x: 64, y: 64 } as const;

export function heightOf(brick: AnyBrick | undefined): number {
  return brick?.thin ? thinHeight : brickHeight;
}
/** Room between the frame of an unfolded block and what is in it; the block's name stands at the top. */
export const framePad = { side: 18, top: 36, bottom: 14 } as const;
