import type { Source } from '../../data/batches';
import { drawnPicture } from '../../data/digits/drawing';
import { decode } from '../../data/photos/decode';
import { type Rows, sized } from '../../data/photos/resize';
import type { Learned } from '../../data/learned';
import { pictureSample } from '../reading/pictureSample';
import { pictureShape } from '../reading/pictureShape';
import type { TakenPicture } from '../reading/takenPicture';
import type { Sizing } from '../settings';

type Shape = Learned['shape'];

/** A file as a sample of this shape, read, resized and turned as `npm run predict` and the editor do. Rejects where it is no picture. */
export async function fileSample(
  file: Blob,
  wanted: Shape,
  settings: Sizing,
  invert: boolean | null = null,
): Promise<TakenPicture> {
  const picture = await decode(file);
  try {
    return pictureSample(picture, wanted, settings, invert);
  } finally {
    picture.close();
  }
}

/** Pictures one after the other as the frames of a clip. Rejects where one is no picture, and where there are too few. */
export async function clipSample(files: readonly Blob[], wanted: Shape, { interpolation }: Sizing): Promise<Source> {
  const [frames, ...size] = wanted;
  const count = frames ?? files.length;
  if (count === 0 || files.length < count) throw new Error(`${count} ≠ ${files.length}`);
  const shape = pictureShape(size);
  const values = new Uint8Array(count * shape[0] * shape[1] * shape[2]);
  for (let frame = 0; frame < count; frame++) {
    const picture = await decode(files[frame]!);
    values.set(sized(picture, shape, interpolation), (frame * values.length) / count);
    picture.close();
  }
  return { kind: 'video', shape: [count, ...shape], values };
}

function rowsOf(canvas: HTMLCanvasElement): Rows {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
  return { width, height, row: (y) => data.subarray(y * width * 4, (y + 1) * width * 4) };
}

/** What the camera shows as a sample of this shape, as a photo of it would be. */
export function cameraSample(video: HTMLVideoElement, wanted: Shape, settings: Sizing): Source {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')!.drawImage(video, 0, 0);
  return pictureSample(rowsOf(canvas), wanted, settings);
}

/** A drawing, light on black, as a sample of this shape, prepared like an MNIST digit; null where nothing is drawn. */
export function drawnSample(pad: HTMLCanvasElement, wanted: Shape): Source | null {
  const [height, width, channels] = pictureShape(wanted);
  const picture = drawnPicture(pad, { width, height, channels });
  return picture && { kind: 'images', shape: [height, width, channels], values: picture.values };
}
