import { memo } from 'react';
import type { AnyBrick } from '../../brick/brick';
import { BrickArt } from '../brick/BrickArt';
import { studsOf } from '../brick/studs';

/** A small brick as it lies in the palette; its studs are those of its first example's output. */
export const PaletteBrick = memo(function PaletteBrick({
  brick,
  width = 68,
}: {
  readonly brick: AnyBrick;
  readonly width?: number;
}) {
  const full = 72;
  return (
    <BrickArt
      category={brick.category}
      width={full}
      height={brick.thin ? 10 : 20}
      studs={studsOf(brick.examples[0].out)}
      scale={width / full}
    />
  );
});
