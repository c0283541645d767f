import type { ParseTrouble } from '../../document/reading/parseTrouble';

/** Why a project of the list cannot be opened, as data; the sentence is made in `src/i18n/troubles/projectTrouble.ts`. */
export type ProjectTrouble =
  | ParseTrouble
  /** The list knows it, but its document is not there. */
  | { readonly code: 'noDocument'; readonly data: Readonly<Record<never, never>> }
  /** The browser does not give it out; `message` is its own. */
  | { readonly code: 'notRead'; readonly data: { readonly message: string } }
  /** Changes that a closed page could not save any more, in a form that cannot be read. */
  | { readonly code: 'unsavedDamaged'; readonly data: Readonly<Record<never, never>> };

/** A project that was to be opened and could not be. */
export interface UnreadProject {
  readonly id: string;
  readonly title: string;
  readonly trouble: ProjectTrouble;
}

export const notRead = (error: unknown): ProjectTrouble => ({
  code: 'notRead',
  data: { message: error instanceof Error ? error.message : String(error) },
});
