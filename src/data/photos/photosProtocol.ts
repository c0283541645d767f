import type { Dataset } from '../dataset';
import type { FolderFile, FolderImport, FolderImported, FolderQuestion } from './importFolder';
import type { PhotoSet } from './photos';
import type { WantedPhotos } from './photoDataset';
import type { SizedPicture, WantedPicture } from './picture';

/** What the page asks of the photos' worker. */
export type PhotosRequest =
  | {
      readonly type: 'import';
      readonly project: string;
      readonly files: readonly FolderFile[];
      readonly how: FolderImport;
    }
  /** Photos of a set, small: for showing samples. */
  | { readonly type: 'thumbnails'; readonly project: string; readonly set: PhotoSet }
  /** One photo in the size of an input: `size` values 0 … 255, of a grey of 16 bits in one channel up to 65,535. */
  | { readonly type: 'photo'; readonly project: string; readonly hash: string; readonly want: WantedPhotos }
  /** Any file in the size of an input. */
  | { readonly type: 'picture'; readonly file: Blob; readonly want: WantedPicture };

export interface PhotosAnswers {
  /** A question where only a person knows how the folders are meant: ask again with `how.reading`. */
  import: FolderImported | FolderQuestion;
  thumbnails: Dataset;
  photo: Uint8Array<ArrayBuffer> | Float32Array<ArrayBuffer>;
  /** Null where it is no picture. */
  picture: SizedPicture | null;
}

/** Why the worker could not do it. */
export type PhotosWorkTrouble =
  | { readonly code: 'cancelled' }
  | { readonly code: 'storageFull' }
  | { readonly code: 'brokenZip'; readonly name: string }
  | { readonly code: 'failed'; readonly detail: string };

export type ToPhotos = { readonly id: number } & (
  | PhotosRequest
  | { readonly type: 'cancel' }
  /** Files of the import of this id that is about to be asked for: handing over thousands at once would stop the page. */
  | { readonly type: 'files'; readonly files: readonly FolderFile[] }
);
export type FromPhotos = { readonly id: number } & (
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly answer: PhotosAnswers[keyof PhotosAnswers] }
  | { readonly type: 'failed'; readonly trouble: PhotosWorkTrouble }
);
