import type { Document } from '../document/document';

export const extension = '.deepbrick.json';

/** The document as the text of a `.deepbrick.json` file; `parse` reads it again. */
export function fileText(document: Document): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Names that Windows keeps for devices. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A title as a file name without extension that Windows, macOS and Linux all take; keeps letters of any script. */
export function safeFileName(title: string): string {
  const name = [
    ...title
      .normalize('NFC')
      .replace(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*%#]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, 54)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return name === '' || devices.test(name.split('.')[0]!.trim()) ? `model ${name}`.trim() : name;
}

/** `Digits CNN.deepbrick.json` */
export function fileName(title: string): string {
  return safeFileName(title) + extension;
}
