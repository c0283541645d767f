/** What commands ask of the canvas; the canvas hands it in while it is on the page. */
export interface CanvasActions {
  /** Gives the canvas itself the focus, so that its keys count. */
  focus(): void;
  /** Shows the whole model. */
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Brings an item into view and gives it the focus; `still` leaves the focus where it is. */
  reveal(item: string, still?: boolean): void;
  /** Those of these items that are at least partly in sight, in their order. */
  inView(items: readonly string[]): readonly string[];
  /** Opens the list of bricks at the pointer, or at the selection when the pointer is elsewhere. */
  quickAdd(): void;
  /** Opens the list of bricks that can stand in the place of a layer that nothing here computes. */
  exchange(item: string): void;
  /** Selects the next item in a direction: along the tower, sideways to the next one, or to the first or last of the model. */
  walk(direction: WalkDirection): void;
  /** While a wire is being made by keyboard: the next or previous target that takes it. */
  stepTarget(by: 1 | -1): void;
  /** Makes the wire to the target that is picked. */
  confirmTarget(): void;
}

export type WalkDirection = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/** What commands ask of the page around the canvas. */
export interface PageActions {
  /** Focuses the palette's search field, unfolding the palette. */
  focusSearch(): void;
  /** Gives the canvas the focus, at the brick that had it last. */
  toCanvas(): void;
  /** Gives the next area of the page the focus, or the one before: bar, palette, canvas, panel, inspector, status line. */
  nextArea(by: 1 | -1): void;
  /** Asks for a `.deepbrick.json` file and opens it as a new project. */
  openFile(): void;
  /** Downloads the document as a `.deepbrick.json` file. */
  saveFile(): void;
}

const provided: { canvas: CanvasActions | null; page: PageActions | null } = { canvas: null, page: null };

/** The canvas that is on the page; null while there is none. */
export const canvasActions = (): CanvasActions | null => provided.canvas;
export const pageActions = (): PageActions | null => provided.page;

/** Hands the canvas's actions in; the answer takes them away again (for an effect's clean-up). */
export function provideCanvasActions(actions: CanvasActions): () => void {
  provided.canvas = actions;
  return () => {
    if (provided.canvas === actions) provided.canvas = null;
  };
}

export function providePageActions(actions: PageActions): () => void {
  provided.page = actions;
  return () => {
    if (provided.page === actions) provided.page = null;
  };
}
