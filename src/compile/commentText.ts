/** Characters that end a line, change the reading direction or cannot be seen. */
export const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

/** Text as a one-line comment: nothing in it can end the line. */
export function commentText(text: string): string {
  return text.replace(unprintable, ' ').replace(/\s+/g, ' ').trim();
}
