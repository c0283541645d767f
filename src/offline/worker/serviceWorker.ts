import type { Answered, Asked } from '../messages';
import { isolated } from './isolated';
import { forgetOlder, isKept, keepAll, keptAnswer, neverChanges, pageAddress } from './keptFiles';
import { scope } from './scope';

/** Milliseconds that a network may take for the page before the kept one is shown. */
const patience = 4_000;

scope.addEventListener('install', (event) => {
  // An update is whole before it is offered. The first one is needed at once, for isolation, and keeps files afterwards.
  event.waitUntil(scope.registration.active ? keepAll() : scope.skipWaiting());
});

scope.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => scope.clients.claim())));

scope.addEventListener('message', (event) => {
  const asked = event.data as Asked;
  const answer = (said: Answered) => event.ports[0]?.postMessage(said);
  if (asked.type === 'takeOver') event.waitUntil(scope.skipWaiting());
  if (asked.type === 'isYours') answer({ type: 'yours', yours: isKept(asked.script) });
  if (asked.type === 'keep') event.waitUntil(keepAll().then((fresh) => answer({ type: 'kept', fresh })));
});

/** The page of the network, so that nobody is held back by an old one; the kept one where there is no network. */
async function page(request: Request): Promise<Response> {
  const kept = () => keptAnswer(pageAddress());
  const fetched = fetch(request);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  try {
    const answer = await Promise.race([fetched, late]);
    return answer ?? (await kept()) ?? (await fetched);
  } catch (error) {
    const answer = await kept();
    if (answer) return answer;
    throw error;
  }
}

/** A file of the page: a hashed one as it is kept, any other of the network while there is one. */
async function file(request: Request, address: string): Promise<Response> {
  const kept = () => (isKept(address) || neverChanges(address) ? keptAnswer(address) : undefined);
  if (neverChanges(address)) return (await kept()) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    const answer = await kept();
    if (answer) return answer;
    throw error;
  }
}

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = request.url.replace(/[?#].*$/, '');
  const inside = address.startsWith(scope.registration.scope);
  if (request.method !== 'GET' || !inside) return;
  if (request.mode === 'navigate') event.respondWith(page(request).then(isolated));
  // Weights that come through the server are kept elsewhere; other things are none of the page's.
  else if (isKept(address) || neverChanges(address)) event.respondWith(file(request, address).then(isolated));
});
