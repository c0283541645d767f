import type { StoreApi } from 'zustand/vanilla';
import type { Dataset } from '../../data/dataset';
import type { FolderFile, FolderQuestion } from '../../data/photos/importFolder';
import type { ReadingKind } from '../../data/photos/folders';
import type { WantedPhotos } from '../../data/photos/photoDataset';
import type { SizedPicture, WantedPicture } from '../../data/photos/picture';
import type { PhotosAnswers, PhotosWorkTrouble } from '../../data/photos/photosProtocol';
import type { LeftOut, PhotoSet } from '../../data/photos/photos';

/** What came of an import. */
export interface PhotosOutcome {
  readonly added: number;
  readonly leftOut: number;
  /** Files that were not read any more, because the storage is full. */
  readonly unread: number;
  /** Classes of which no file could be read. */
  readonly without: readonly string[];
}

/** Why photos could not be imported or kept; the sentence is made in `src/i18n/troubles/photosTrouble.ts`. */
export type PhotosTrouble =
  | Exclude<PhotosWorkTrouble, { code: 'cancelled' }>
  | { readonly code: 'nothing'; readonly leftOut: readonly LeftOut[] };

export interface PhotosState {
  readonly project: string;
  /** The project's sets of photos. */
  readonly sets: readonly PhotoSet[];
  /** The set that is being looked at; null before there is one. */
  readonly shown: string | null;
  readonly importing: { readonly name: string; readonly done: number; readonly total: number } | null;
  /** Folders that were brought in and can be understood in several ways: the import waits for `answer`. */
  readonly question: (FolderQuestion & { readonly name: string }) | null;
  readonly outcome: PhotosOutcome | null;
  readonly trouble: PhotosTrouble | null;
  /** Changes of the set that is shown can be taken back. */
  readonly undoable: boolean;
  /** Changes that are on their way to the storage: a page that closes now loses them. */
  readonly keeping: number;
}

/** Where imported photos go. */
export interface PhotosTarget {
  /** Name of a new set, and of the class of photos without a folder. */
  readonly name: string;
  /** A set that they are added to; null makes a new one. */
  readonly set: string | null;
  /** The class that all of them get; null goes by folders. */
  readonly into: string | null;
}

/** A set of photos of another project. */
export interface PhotosElsewhere {
  readonly project: string;
  readonly set: PhotoSet;
}

/** Photos that somebody brings along, per project. Every method resolves; trouble is in the store. */
export interface Photos {
  readonly store: StoreApi<PhotosState>;
  openProject(id: string): Promise<void>;
  /** Reads and keeps photos and zips of them; the set's id, or null when it was cancelled or there was no photo. */
  add(files: readonly FolderFile[], target: PhotosTarget): Promise<string | null>;
  /** Makes a set of classes without photos yet, for the camera to fill, and shows it. */
  begin(name: string, classes: readonly string[]): Promise<void>;
  /** How the folders of `question` are meant: the import goes on. */
  answer(reading: ReadingKind): void;
  /** Ends the import that is under way; what it had read is deleted. */
  cancel(): void;
  /** Changes a set and keeps it. */
  change(id: string, edit: (set: PhotoSet) => PhotoSet): Promise<void>;
  undo(): Promise<void>;
  /** Deletes a set; its files go when the page is opened next, so that the answer brings it back. */
  forget(id: string): Promise<() => Promise<void>>;
  show(id: string | null): void;
  thumbnail(hash: string): Promise<Blob | null>;
  /** Sets that other projects have and a model can learn from, without those whose photos are `known`. */
  elsewhere(known: readonly PhotoSet[]): Promise<readonly PhotosElsewhere[]>;
  /** Takes a set of another project into this one, with its files; its id here, or null when that was cancelled or failed. */
  take(project: string, set: PhotoSet): Promise<string | null>;
  /** Some photos of a set, small, as samples to show; null where there is none. */
  load(id: string, signal: AbortSignal): Promise<Dataset | null>;
  /** One photo in the size of an input, values 0 … 255, of a grey of 16 bits in one channel up to 65,535; null where it is gone. */
  photo(hash: string, want: WantedPhotos): Promise<PhotosAnswers['photo'] | null>;
  /** Any file in the size of an input, decoded beside the page; null where it is no picture. */
  picture(file: Blob, want: WantedPicture): Promise<SizedPicture | null>;
  /** Deletes all photos of a project that is gone; the answer brings them back. */
  removeProject(project: string): Promise<() => Promise<void>>;
}

export const noPhotos: Omit<PhotosState, 'project' | 'keeping'> = {
  sets: [],
  shown: null,
  importing: null,
  question: null,
  outcome: null,
  trouble: null,
  undoable: false,
};
