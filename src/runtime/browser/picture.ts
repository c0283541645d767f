import { clipSample } from './samples';
import type { Source } from '../../data/batches';
import type { Learned } from '../../data/learned';
import type { Sizing } from '../settings';
import { type Taken, type Way, camera, chooser, drawing, file } from './ways';
import { words } from './words';

type Shape = Learned['shape'];

/** Where a sample for one input of the model is given. */
export interface Field {
  readonly element: HTMLElement;
  /** What is given; null: nothing yet. Throws where it is no sample. */
  sample(): Source | null;
}

/** What was given last: a sample, or why there is none. */
function keep(changed: () => void): Taken & Pick<Field, 'sample'> {
  let last: Source | Error | null = null;
  const put = (given: typeof last) => {
    last = given;
    changed();
  };
  return {
    give: put,
    fail: (text) => put(new Error(text)),
    sample() {
      if (last instanceof Error) throw last;
      return last;
    },
  };
}

/** Shows a picture as the model gets it. */
function paint(canvas: HTMLCanvasElement, { shape, values }: Source): void {
  const [height, width, channels] = shape as [number, number, number];
  [canvas.width, canvas.height] = [width, height];
  const image = new ImageData(width, height);
  for (let at = 0; at < image.data.length; at++) {
    const from = Math.floor(at / 4) * channels + (channels < 3 ? 0 : at % 4);
    image.data[at] = at % 4 === 3 ? 255 : values[from]!;
  }
  canvas.getContext('2d')!.putImageData(image, 0, 0);
}

/** Ways to choose from, one at a time. */
function choice(ways: readonly Way[], below: HTMLElement): HTMLElement {
  const element = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = words.picture;
  const names = document.createElement('div');
  names.className = 'ways';
  element.append(legend, names, ...ways.map((way) => way.element), below);
  const group = crypto.randomUUID();
  const open = (chosen: Way) => {
    for (const way of ways) {
      way.element.hidden = way !== chosen;
      if (way !== chosen) way.hide?.();
    }
    void chosen.show?.();
  };
  ways.forEach((way, index) => {
    const label = document.createElement('label');
    const radio = document.createElement('input');
    [radio.type, radio.name, radio.checked] = ['radio', group, index === 0];
    radio.addEventListener('change', () => open(way));
    label.append(radio, way.name);
    names.append(label);
  });
  if (ways[0]) open(ways[0]);
  return element;
}

/** A picture: drawn where it is grey, from a file, or from the camera. */
export function pictureField(wanted: Shape, settings: Sizing, changed: () => void): Field {
  const seen = document.createElement('canvas');
  [seen.className, seen.hidden] = ['seen', true];
  seen.setAttribute('role', 'img');
  seen.setAttribute('aria-label', words.seen);
  const { sample, fail, give } = keep(changed);
  const taken: Taken = {
    fail(text) {
      seen.hidden = true;
      fail(text);
    },
    give(given) {
      seen.hidden = given === null;
      if (given !== null) paint(seen, given);
      give(given);
    },
  };
  const pen = wanted[2] === 1 ? [drawing(wanted, taken)] : [];
  const ways = [...pen, file(wanted, settings, taken), camera(wanted, settings, taken)];
  return { element: choice(ways, seen), sample };
}

/** Some pictures at once, in the order of their names. */
export function clipField(wanted: Shape, settings: Sizing, changed: () => void): Field {
  const { sample, fail, give } = keep(changed);
  const read = async () => {
    const files = [...(input.files ?? [])];
    files.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
    const count = wanted[0] ?? files.length;
    if (files.length < count) {
      return fail(words.fewPictures(count, files.length));
    }
    try {
      give(await clipSample(files, wanted, settings));
    } catch {
      fail(words.badFile(files.map(({ name }) => name).join(', ')));
    }
  };
  const { label, input } = chooser(words.clip, true, read);
  return { element: label, sample };
}
