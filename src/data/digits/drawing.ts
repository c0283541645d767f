import { type PictureSize, type SizedPicture, pictureFrom } from '../photos/picture';
import { centred } from './centred';

/** A drawing, light on black, as a model's picture, prepared like an MNIST digit; null when nothing is drawn. */
export function drawnPicture(pad: HTMLCanvasElement, size: PictureSize): SizedPicture | null {
  const { width, height } = pad;
  const { data } = pad.getContext('2d')!.getImageData(0, 0, width, height);
  const grey = pictureFrom(data, { width, height, channels: 1 }).values;
  const short = Math.min(size.width, size.height);
  const placement = centred(grey, width, height, short);
  if (placement === null) return null;
  const context = new OffscreenCanvas(size.width, size.height).getContext('2d', { willReadFrequently: true })!;
  const { from, to } = placement;
  context.imageSmoothingQuality = 'high';
  context.fillRect(0, 0, size.width, size.height);
  context.drawImage(
    pad,
    from.left,
    from.top,
    from.width,
    from.height,
    to.left + (size.width - short) / 2,
    to.top + (size.height - short) / 2,
    to.width,
    to.height,
  );
  return pictureFrom(context.getImageData(0, 0, size.width, size.height).data, size);
}
