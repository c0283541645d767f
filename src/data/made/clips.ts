import type { Dataset } from '../dataset';
import { randomNumbers } from '../random';

const [frames, side, square] = [8, 32, 6] as const;

/** Made-up clips of 8 frames: does the bright square go left or right? It takes more than one frame to tell. */
export function clips(): Dataset {
  const count = 320;
  const random = randomNumbers(7);
  const values = new Uint8Array(count * frames * side * side).map(() => Math.floor(random() * 40));
  const labels = Uint8Array.from({ length: count }, (_, clip) => {
    const label = Math.floor(random() * 2);
    const [row, start] = [Math.floor(random() * (side - square)), Math.floor(random() * side)];
    const speed = (label === 1 ? 1 : -1) * (1 + Math.floor(random() * 2));
    for (let frame = 0; frame < frames; frame++) {
      for (let cell = 0; cell < square * square; cell++) {
        const x = (start + speed * frame + (cell % square) + 2 * side) % side;
        const y = row + Math.floor(cell / square);
        values[((clip * frames + frame) * side + y) * side + x] = 200 + Math.floor(random() * 55);
      }
    }
    return label;
  });
  return {
    id: 'clips',
    kind: 'video',
    shape: [frames, side, side, 1],
    values,
    target: { kind: 'classes', classes: ['left', 'right'], labels },
    count,
    validation: 64,
    vocabulary: null,
    sampleWeights: null,
    words: null,
  };
}
