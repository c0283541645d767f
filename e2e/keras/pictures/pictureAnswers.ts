import { z } from 'zod';

const read = z.object({
  shape: z.tuple([z.number(), z.number(), z.number()]),
  /** Little-endian numbers of 16 bits in base64. */
  values: z.string(),
});

/** How `load_img` is asked to read a picture. */
export const colourModes = ['grayscale', 'rgb', 'rgba'] as const;

/** A picture with what Keras's `load_img` makes of it, as `pictures.py` writes it. */
const pictureAnswer = z.object({
  name: z.string(),
  /** The file in base64. */
  file: z.string(),
  grayscale: read,
  rgb: read,
  rgba: read,
});
export type PictureAnswer = z.infer<typeof pictureAnswer>;

export const pictureAnswers = (text: string): readonly PictureAnswer[] =>
  z.array(pictureAnswer).parse(JSON.parse(text));

export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** What `load_img` read, as plain numbers. */
export function valuesOf({ values }: z.infer<typeof read>): number[] {
  const view = new DataView(bytesOf(values).buffer);
  return Array.from({ length: view.byteLength / 2 }, (_, at) => view.getUint16(at * 2, true));
}
