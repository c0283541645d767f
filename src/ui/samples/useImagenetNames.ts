import { useEffect, useState } from 'react';
import { loadImagenetClasses, plainClassName } from '../../pretrained/classNames';

/** ImageNet's names by index, loaded once they are wanted; null until then, `missing` where they did not come. */
export function useImagenetNames(wanted: boolean): readonly string[] | 'missing' | null {
  const [names, setNames] = useState<readonly string[] | 'missing' | null>(null);
  useEffect(() => {
    if (!wanted || names !== null) return;
    loadImagenetClasses().then(
      (loaded) => setNames(loaded.map(plainClassName)),
      () => setNames('missing'),
    );
  }, [wanted, names]);
  return wanted ? names : null;
}
