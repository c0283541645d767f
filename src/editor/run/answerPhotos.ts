import type { Result } from '../../document/result';
import type { NothingToSee } from '../../data/photos/decoding/nothingToSee';
import type { Picture } from '../../engine/protocol/samples';

/** A photo of a list with what the model says about it: by output, the values. */
export interface PhotoAnswer {
  readonly file: File;
  readonly state: 'waiting' | 'done' | 'unreadable';
  readonly outputs: readonly Float32Array[];
  /** Where there is hardly anything to see in it: why. */
  readonly nothing?: NothingToSee;
}

interface Asking {
  /** Makes a picture of a file; null where it is none. */
  readonly read: (file: File) => Promise<(Picture & Pick<PhotoAnswer, 'nothing'>) | null>;
  /** What the model says about each picture. */
  readonly ask: (pictures: readonly Picture[]) => Promise<Result<readonly (readonly Float32Array[])[], unknown>>;
  readonly answered: (place: number, answer: Pick<PhotoAnswer, 'state' | 'outputs' | 'nothing'>) => void;
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
    const readable: { place: number; picture: Picture; nothing: Pick<PhotoAnswer, 'nothing'> }[] = [];
    for (let place = start; place < Math.min(files.length, start + together); place++) {
      if (signal.aborted) return false;
      const picture = await read(files[place]!);
      if (picture === null) answered(place, { state: 'unreadable', outputs: [] });
      else {
        const { nothing, ...rest } = picture;
        readable.push({ place, picture: rest, nothing: nothing === undefined ? {} : { nothing } });
      }
    }
    if (signal.aborted) return false;
    if (readable.length === 0) continue;
    const answers = await ask(readable.map(({ picture }) => picture));
    if (!answers.ok || signal.aborted) return false;
    answers.value.forEach((outputs, index) => {
      const { place, nothing } = readable[index]!;
      answered(place, { state: 'done', outputs, ...nothing });
    });
  }
  return true;
}
