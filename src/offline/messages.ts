/** What the page asks of its service worker. */
export type Asked =
  /** Keep every file of the page, so that all works without a network. */
  | { readonly type: 'keep' }
  /** Take the place of the worker of an older page. */
  | { readonly type: 'takeOver' }
  /** Does the page with this script belong to this worker? */
  | { readonly type: 'isYours'; readonly script: string };

/** What it answers, on the port that came along. */
export type Answered =
  { readonly type: 'kept'; readonly fresh: boolean } | { readonly type: 'yours'; readonly yours: boolean };

/** A file of the built page: its path from the page's folder, and a hash of its content. */
export type KeptFile = readonly [path: string, hash: string];
