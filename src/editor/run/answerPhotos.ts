import type { Result } from '../../document/result';
import type { Picture } from '../../engine/protocol/samples';

/** A photo of a list with what the model says about it: by output, the values. */
export interface PhotoAnswer {
  readonly file: File;
  readonly state: 'waiting' | 'done' | 'unreadable';
  readonly outputs: readonly Float32Array[];
}

interface Asking {
  /** Makes a picture of a file; null where it is none. */
  readonly read: (file: File) => Promise<Picture | null>;
  /** What the model says about each picture. */
  readonly ask: (pictures: readonly Picture[]) => Promise<Result<readonly (readonly Float32Array[])[], unknown>>;
  readonly answered: (place: number, answer: Pick<PhotoAnswer, 'state' | 'outputs'>) => void;
  readonly signal: AbortSignal;
}

/** Photos decoded before the model is asked: enough to keep it busy, few enough for memory. */
const together = 16;

/**
 * Asks the model about many photos, some at a time, and tells every answer as soon as it is there. Ends early when the
 * signal says so or the model cannot be asked: false then.
 */
export async function answerPhotos(files: readonly File[], { read, ask, answered, signal }: Asking): Promise<boolean> {
  for (let start = 0; start < files.length; start += together) {
    const readable: { place: number; picture: Picture }[] = [];
    for (let place = start; place < Math.min(files.length, start + together); place++) {
      if (signal.aborted) return false;
      const picture = await read(files[place]!);
      if (picture === null) answered(place, { state: 'unreadable', outputs: [] });
      else readable.push({ place, picture });
    }
    if (signal.aborted) return false;
    if (readable.length === 0) continue;
    const answers = await ask(readable.map(({ picture }) => picture));
    if (!answers.ok || signal.aborted) return false;
    answers.value.forEach((outputs, index) => answered(readable[index]!.place, { state: 'done', outputs }));
  }
  return true;
}
