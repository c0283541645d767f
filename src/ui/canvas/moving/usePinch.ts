import { useEffect } from 'react';
import { useReactFlow, useStoreApi } from 'reactflow';
import { afterPaint } from '../../kit/part/firstPaint';
import { useCanvas } from '../canvasStore';

/** Two fingers zoom the canvas wherever they begin; the first pinch comes later than the canvas. */
export function usePinch(): void {
  const frame = useCanvas((state) => state.frame);
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    if (frame === null || navigator.maxTouchPoints === 0) return;
    const gone = new AbortController();
    void afterPaint(() => import('./pinch')).then(({ pinch }) => {
      if (gone.signal.aborted) return;
      const end = pinch(frame, {
        range: () => ({ least: store.getState().minZoom, most: store.getState().maxZoom }),
        viewport: flow.getViewport,
        show: (viewport) => void flow.setViewport(viewport),
      });
      gone.signal.addEventListener('abort', end);
    });
    return () => gone.abort();
  }, [flow, frame, store]);
}
