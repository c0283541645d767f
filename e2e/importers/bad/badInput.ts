import type { NamedBlob } from '../../../src/formats/weights/weightFile';

/** A file or text that is no model, or a bad one. */
export interface BadInput {
  readonly what: string;
  readonly name: string;
  readonly content: BlobPart;
  readonly beside?: readonly NamedBlob[];
}
