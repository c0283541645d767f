import { type RefObject, useEffect, useRef, useState } from 'react';
import { pictureWords } from '../../i18n/picture';
import { useServices, useWords } from '../services';
import { download } from '../kit/download';
import { pngOf } from './png';
import { printSvg } from './printed';
import { standaloneSvg } from './standalone';

export const formats = ['svg', 'png', 'pdf'] as const;
export const sizes = ['1×', '2×'] as const;

/** Background colour and the palette that is legible on it; on a transparent one that of paper. */
export const backgrounds = {
  white: { color: '#ffffff', palette: 'light' },
  transparent: { color: null, palette: 'light' },
  dark: { color: '#16171b', palette: 'dark' },
} as const;

interface PictureFile {
  readonly name: string;
  readonly title: string;
  readonly format: (typeof formats)[number];
  readonly width: number;
  readonly height: number;
  readonly background: string | null;
}

/** Makes the file of a drawing that is on the page, with progress; closing the dialog cancels it. */
export function usePictureFile(drawing: RefObject<SVGSVGElement>) {
  const { session } = useServices();
  const words = useWords(pictureWords);
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const save = async ({ name, format, ...look }: PictureFile) => {
    const controller = new AbortController();
    running.current = controller;
    setDone(0);
    setProblem(null);
    try {
      const { signal } = controller;
      const svg = await standaloneSvg(drawing.current, { ...look, onProgress: setDone, signal });
      if (format === 'pdf') {
        session.open(null);
        printSvg(svg, look.width, look.height);
        return;
      }
      const file =
        format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg, look.width, look.height);
      signal.throwIfAborted();
      if (file === null) {
        setProblem(words.notDrawn);
        return;
      }
      download(name, file);
      session.open(null);
      session.notify({ tone: 'success', text: words.saved(name) });
    } catch (error) {
      if (!controller.signal.aborted) throw error;
    } finally {
      setDone(null);
    }
  };
  return { save, done, problem, cancel: () => running.current?.abort() };
}
