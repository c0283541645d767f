import { useStore } from 'reactflow';

/** How much is drawn: everything, names and colours, or colours, studs and the names of blocks. */
export type Detail = 'full' | 'names' | 'far';

export function detailAt(zoom: number): Detail {
  if (zoom <= 0.27) return 'far';
  return zoom <= 0.52 ? 'names' : 'full';
}

/** Changes only when a level is crossed, not at every step of the zoom. */
export function useDetail(): Detail {
  return useStore(({ transform }) => detailAt(transform[2]));
}
