/** Thrown for a kind of picture that nothing here reads. */
export class UnsupportedPicture extends Error {
  override readonly name = 'UnsupportedPicture';
}
