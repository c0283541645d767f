import { cameraSample, drawnSample, fileSample } from './samples';
import type { Source } from '../../data/batches';
import type { Learned } from '../../data/learned';
import type { Sizing } from '../settings';
import { words } from './words';

type Shape = Learned['shape'];

/** What is done with a picture, and where there is none. */
export interface Taken {
  give(sample: Source | null): void;
  fail(text: string): void;
}

/** One way to give a picture. */
export interface Way {
  readonly name: string;
  readonly element: HTMLElement;
  /** Called when it is chosen, and when another is. */
  readonly show?: () => Promise<void>;
  readonly hide?: () => void;
}

function button(text: string, pressed: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', pressed);
  return made;
}

function box(...inside: HTMLElement[]): HTMLElement {
  const made = document.createElement('div');
  made.className = 'way';
  made.append(...inside);
  return made;
}

/** A black square to draw on in white. */
export function drawing(wanted: Shape, { give }: Taken): Way {
  const pad = document.createElement('canvas');
  [pad.width, pad.height, pad.className] = [280, 280, 'pad'];
  pad.setAttribute('role', 'img');
  pad.setAttribute('aria-label', words.drawHint);
  const context = pad.getContext('2d', { willReadFrequently: true })!;
  [context.strokeStyle, context.lineWidth] = ['white', 22];
  [context.lineCap, context.lineJoin] = ['round', 'round'];
  const draw = ({ offsetX, offsetY }: PointerEvent) => {
    const scale = pad.width / pad.clientWidth;
    context.lineTo(offsetX * scale + 0.01, offsetY * scale);
    context.stroke();
  };
  pad.addEventListener('pointerdown', (event) => {
    pad.setPointerCapture(event.pointerId);
    context.beginPath();
    draw(event);
    draw(event);
  });
  pad.addEventListener('pointermove', (event) => {
    if (pad.hasPointerCapture(event.pointerId)) draw(event);
  });
  pad.addEventListener('pointerup', () => give(drawnSample(pad, wanted)));
  const clear = button(words.clear, () => {
    context.clearRect(0, 0, pad.width, pad.height);
    give(null);
  });
  const hint = document.createElement('p');
  hint.textContent = words.drawHint;
  return { name: words.draw, element: box(hint, pad, clear) };
}

/** A label around what chooses files. */
export function chooser(text: string, several: boolean, chosen: () => void) {
  const input = document.createElement('input');
  [input.type, input.accept, input.multiple] = ['file', 'image/*', several];
  input.addEventListener('change', chosen);
  const label = document.createElement('label');
  label.append(text, input);
  return { label, input };
}

/** A picture file; grey ones can be drawings on paper. */
export function file(wanted: Shape, settings: Sizing, { give, fail }: Taken): Way {
  const read = async (turned: boolean | null) => {
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    try {
      const sample = await fileSample(chosen, wanted, settings, turned);
      invert.checked = sample.inverted;
      give(sample);
    } catch {
      fail(words.badFile(chosen.name));
    }
  };
  const { label, input } = chooser(words.chooseFile, false, () => read(null));
  const invert = document.createElement('input');
  invert.type = 'checkbox';
  invert.addEventListener('change', () => read(invert.checked));
  const paper = document.createElement('label');
  paper.className = 'check';
  paper.append(invert, words.invert);
  paper.hidden = wanted[2] !== 1;
  return { name: words.file, element: box(label, paper) };
}

/** What the camera sees. */
export function camera(wanted: Shape, settings: Sizing, { give, fail }: Taken): Way {
  const video = document.createElement('video');
  [video.muted, video.playsInline] = [true, true];
  const take = button(words.takePicture, () => give(cameraSample(video, wanted, settings)));
  take.disabled = true;
  let stream: MediaStream | null = null;
  return {
    name: words.camera,
    element: box(video, take),
    async show() {
      try {
        const view = { facingMode: 'environment' };
        stream = await navigator.mediaDevices.getUserMedia({ video: view });
        video.srcObject = stream;
        await video.play();
        take.disabled = false;
      } catch {
        fail(words.noCamera);
      }
    },
    hide() {
      stream?.getTracks().forEach((track) => track.stop());
      [stream, video.srcObject, take.disabled] = [null, null, true];
    },
  };
}
