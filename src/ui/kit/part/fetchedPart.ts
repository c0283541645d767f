import { firstPaint } from './firstPaint';

/** A part of the page did not come from the server; `cause` is what the browser says. */
export class PartMissing extends Error {
  override readonly name = 'PartMissing';
}

/** Stylesheets that did not come. Those that are still on their way are let alone: what waits for them would wait for ever. */
const failed = new Set<HTMLLinkElement>();
document.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target);
  },
  // Such an event does not bubble.
  true,
);

/** Asks for the failed stylesheets again, which Vite fetches only once. Rejects where one does not come now either. */
async function fetchStyles(): Promise<void> {
  const links = [...failed];
  failed.clear();
  await Promise.all(
    links.map(
      (link) =>
        new Promise((resolve, reject) => {
          const again = link.cloneNode() as HTMLLinkElement;
          again.addEventListener('load', resolve);
          again.addEventListener('error', () => reject(new Error(link.href)));
          link.replaceWith(again);
        }),
    ),
  );
}

/** Fetches a part of the page, after its first picture. Throws `PartMissing` where the server does not give it. */
export async function fetched<T>(load: () => Promise<T>): Promise<T> {
  await firstPaint();
  try {
    await fetchStyles();
    return await load();
  } catch (cause) {
    throw new PartMissing('A part of the page did not come.', { cause });
  }
}
