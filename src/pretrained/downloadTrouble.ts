/** Why a download came to nothing, as data; the sentence is made in `src/i18n/panels/pretrained.ts`. */
export type DownloadTrouble =
  /** No server gave the file: offline, blocked, or it is not there. */
  | {
      readonly code: 'unreachable';
      readonly id: string;
      readonly tried: readonly { readonly address: string; readonly reason: string }[];
    }
  /** The connection broke again and again; what came is kept. `total` null: the server did not say. */
  | { readonly code: 'interrupted'; readonly id: string; readonly received: number; readonly total: number | null }
  /** Other bytes came than Keras published; they were deleted. */
  | { readonly code: 'wrongHash'; readonly id: string; readonly expected: string; readonly got: string }
  /** No room for so many bytes more; what came is kept. */
  | { readonly code: 'full'; readonly id: string; readonly bytes: number | null }
  /** No room for chosen files of so many bytes; nothing of them was kept. */
  | { readonly code: 'noRoom'; readonly id: string; readonly bytes: number };

export class DownloadError extends Error {
  override readonly name = 'DownloadError';
  constructor(readonly trouble: DownloadTrouble) {
    super(`${trouble.code}: ${trouble.id}`);
  }
}
