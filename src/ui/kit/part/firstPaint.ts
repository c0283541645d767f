/** A page in a hidden tab is never painted. */
const hidden = 300;

let painted: Promise<void> | null = null;

/**
 * Resolves when the page has been painted for the first time; asked for while it is first rendered. What the first picture
 * does not need waits for it: fetching and starting it would take the time from the picture.
 */
export function firstPaint(): Promise<void> {
  painted ??= new Promise((resolve) => {
    // The first frame may come before what is being rendered.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
    setTimeout(resolve, hidden);
  });
  return painted;
}

/** Fetches after the first picture what that does not need. */
export async function afterPaint<T>(load: () => Promise<T>): Promise<T> {
  await firstPaint();
  return load();
}
