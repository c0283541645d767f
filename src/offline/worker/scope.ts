import type { KeptFile } from '../messages';

/** What the types of a page lack of a service worker's world. */
export interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
export interface FetchEvent extends LifeEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
export interface AskEvent extends LifeEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

interface WorkerScope {
  readonly registration: { readonly scope: string; readonly active: unknown };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listen: (event: AskEvent) => void): void;
}

/** One set of types serves the whole project, and it is that of pages: a worker's own would contradict it. */
export const scope = globalThis as unknown as WorkerScope;

/** Written in by the build: every file of the page. */
declare const KEPT_FILES: readonly KeptFile[];
declare const PAGE_VERSION: string;
export const keptFiles = KEPT_FILES;
export const pageVersion = PAGE_VERSION;
