import { keptFiles, pageVersion, scope } from './scope';

const prefix = 'deepbrick-page-';
const ours = prefix + pageVersion;
/** Files asked for at a time: the page itself may want some, too. */
const atOnce = 4;

const addressOf = (path: string) => new URL(path, scope.registration.scope).href;
const paths = new Set(keptFiles.map(([path]) => addressOf(path)));

/** Their names carry a hash: what has the same name is the same. */
const isHashed = (path: string) => path.startsWith('assets/');

export const isKept = (address: string) => paths.has(address);
export const neverChanges = (address: string) => isHashed(address.slice(scope.registration.scope.length));
export const pageAddress = () => addressOf('index.html');

/** A kept file: of this page, else of the one before it, which may still be open. */
export async function keptAnswer(address: string): Promise<Response | undefined> {
  const own = await (await caches.open(ours)).match(address);
  return own ?? (neverChanges(address) ? caches.match(address) : undefined);
}

/** Keeps every file of the page; what an older page has kept is not fetched again. Answers whether any was missing. */
export async function keepAll(): Promise<boolean> {
  const cache = await caches.open(ours);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = keptFiles.map(([path]) => addressOf(path)).filter((address) => !there.has(address));
  const waiting = [...missing];
  const keepNext = async () => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const known = neverChanges(address) ? await caches.match(address) : undefined;
      const answer = known ?? (await fetch(address, neverChanges(address) ? {} : { cache: 'no-cache' }));
      if (!answer.ok) throw new Error(`${address}: ${answer.status} ${answer.statusText}`);
      await cache.put(address, answer);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, keepNext));
  return missing.length > 0;
}

/** Forgets all pages but this one and the one before it: tabs that show it may still want a part of it. */
export async function forgetOlder(): Promise<void> {
  const pages = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== ours);
  await Promise.all(pages.slice(0, -1).map((name) => caches.delete(name)));
}
