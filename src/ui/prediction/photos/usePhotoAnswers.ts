import { useEffect, useRef, useState } from 'react';
import type { PictureSize } from '../../../data/photos/picture';
import { useServices } from '../../services';
import { useReadPicture } from '../../samples/useReadPicture';
import { type PhotoAnswer, answerPhotos } from '../../../editor/run/answerPhotos';

export type PhotoAnswers = ReturnType<typeof usePhotoAnswers>;

/** A list of photos that the model is asked about, one after the other; null where the model takes no pictures. */
export function usePhotoAnswers(size: PictureSize | null) {
  const { runner } = useServices();
  const read = useReadPicture(size);
  const [list, setList] = useState<readonly PhotoAnswer[]>([]);
  const [busy, setBusy] = useState(false);
  const control = useRef<AbortController | null>(null);
  const stop = () => {
    control.current?.abort();
    control.current = null;
    setBusy(false);
  };
  useEffect(() => () => control.current?.abort(), []);

  const run = async (all: readonly PhotoAnswer[]) => {
    if (size === null) return;
    stop();
    const own = new AbortController();
    control.current = own;
    setBusy(true);
    const places = all.flatMap(({ state }, place) => (state === 'waiting' ? [place] : []));
    await answerPhotos(
      places.map((place) => all[place]!.file),
      {
        read: (file) => read(file, null),
        ask: (pictures) => runner.predictMany(pictures, own.signal),
        answered: (place, answer) =>
          setList((now) => now.map((photo, at) => (at === places[place] ? { ...photo, ...answer } : photo))),
        signal: own.signal,
      },
    );
    if (control.current === own) setBusy(false);
  };
  const ask = (all: readonly PhotoAnswer[]) => {
    setList(all);
    void run(all);
  };
  return {
    list,
    busy,
    add: (files: Iterable<File>) =>
      ask([...list, ...Array.from(files, (file): PhotoAnswer => ({ file, state: 'waiting', outputs: [] }))]),
    /** Asks about those that are still waiting. */
    goOn: () => ask(list),
    stop,
    clear() {
      stop();
      setList([]);
    },
  };
}
