import { createStore } from 'zustand/vanilla';

/** Marks a drag as one of ours; what is dragged is in the store, for browsers hide the data until the drop. */
export const paletteMime = 'application/x-deepbrick-brick';

/** Id of the entry that is being dragged out of the palette. */
export const paletteDrag = createStore<{ readonly id: string | null }>(() => ({ id: null }));
