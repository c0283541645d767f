import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { drawn, valuesOf } from '../cases/numbers';

/** Pictures of one colour and some noise, `each` per class, in a folder per class: classes differ by their colour. */
export function writePhotos(folder: string, classes: number, each: number): void {
  const [width, height] = [48, 40];
  for (let label = 0; label < classes; label++) {
    const place = join(folder, `class ${label}`);
    mkdirSync(place, { recursive: true });
    for (let photo = 0; photo < each; photo++) {
      const noise = valuesOf(drawn(`photo ${label} ${photo}`, [height, width, 3], 0, 120));
      const picture = new PNG({ width, height });
      for (let pixel = 0; pixel < width * height; pixel++) {
        for (let channel = 0; channel < 3; channel++) {
          picture.data[pixel * 4 + channel] = noise[pixel * 3 + channel]! + (channel === label % 3 ? 120 : 0);
        }
        picture.data[pixel * 4 + 3] = 255;
      }
      writeFileSync(join(place, `${photo}.png`), PNG.sync.write(picture));
    }
  }
}
