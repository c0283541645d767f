import { useCallback } from 'react';
import { focusCanvas } from './focusCanvas';

/** The ref of a part of the page about a brick: Escape leads from its fields back to the brick. */
export function useEscapeToBrick(): (part: HTMLElement | null) => (() => void) | undefined {
  return useCallback((part) => {
    const back = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      focusCanvas();
    };
    part?.addEventListener('keydown', back);
    return () => part?.removeEventListener('keydown', back);
  }, []);
}
