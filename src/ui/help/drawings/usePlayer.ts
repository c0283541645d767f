import { useEffect, useState } from 'react';

const pace = 650;

const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Steps through `count` pictures: by itself once `autoplay` or Play says so, or one by one. */
export function usePlayer(count: number, autoplay: boolean) {
  const [index, setIndex] = useState(0);
  const [playing, setPlaying] = useState(() => autoplay && !calm());
  useEffect(() => {
    if (!playing) return;
    const timer = window.setInterval(() => setIndex((before) => (before + 1) % count), pace);
    return () => window.clearInterval(timer);
  }, [playing, count]);
  const step = (by: number) => {
    setPlaying(false);
    setIndex((before) => ((before % count) + by + count) % count);
  };
  return {
    index: index % count,
    playing,
    toggle: () => setPlaying((before) => !before),
    previous: () => step(-1),
    next: () => step(1),
  };
}

export type Player = ReturnType<typeof usePlayer>;
