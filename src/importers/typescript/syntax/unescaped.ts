const plain: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' };

const escapes = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|\r\n|([\s\S]))/g;

/** What a string of JavaScript says, its quotes around it. */
export function unescaped(written: string): string {
  return written.slice(1, -1).replace(escapes, (_, point?: string, unit?: string, byte?: string, letter?: string) => {
    const code = point ?? unit ?? byte;
    if (code !== undefined) {
      const number = parseInt(code, 16);
      return number > 0x10_ff_ff
        ? ''
        : point === undefined
          ? String.fromCharCode(number)
          : String.fromCodePoint(number);
    }
    if (letter === undefined || letter === '\n') return '';
    return Object.hasOwn(plain, letter) ? plain[letter]! : letter;
  });
}
