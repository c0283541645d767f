/** How bytes become letters, by the names that `TextDecoder` knows; `euc-kr` is CP949. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'euc-kr',
  'windows-1251',
  'shift_jis',
  'gb18030',
] as const;
export type Encoding = (typeof encodings)[number];

/** What the bytes of a file say about its encoding. */
export interface FoundEncoding {
  readonly encoding: Encoding;
  /** False where other encodings would do as well. */
  readonly sure: boolean;
  /** Where the first byte lies that is no letter in it; null where all are. */
  readonly broken: number | null;
}

/** Counts, piece by piece, what tells encodings apart. */
export class ByteTally {
  private offset = 0;
  private first: number[] = [];
  private readonly zeros = [0, 0];
  /** Bytes that are still to come of a letter of UTF-8. */
  private wanted = 0;
  private letters = 0;
  private wrong = 0;
  private firstWrong: number | null = null;
  /** The first byte of what may be a letter of CP949. */
  private lead = 0;
  private hangul = 0;
  private otherHigh = 0;

  push(bytes: Uint8Array): void {
    if (this.first.length < 3) this.first.push(...bytes.subarray(0, 3 - this.first.length));
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte < 0x80 && this.wanted === 0 && this.lead === 0) {
        if (byte === 0) this.zeros[(this.offset + at) % 2]! += 1;
        continue;
      }
      this.utf8(byte, this.offset + at);
      this.korean(byte);
      if (byte === 0) this.zeros[(this.offset + at) % 2]! += 1;
    }
    this.offset += bytes.length;
  }

  private utf8(byte: number, at: number): void {
    if (this.wanted > 0 && byte >= 0x80 && byte < 0xc0) {
      this.wanted--;
      if (this.wanted === 0) this.letters++;
      return;
    }
    if (this.wanted > 0) this.bad(at);
    this.wanted = 0;
    if (byte < 0x80) return;
    if (byte >= 0xc2 && byte < 0xe0) this.wanted = 1;
    else if (byte >= 0xe0 && byte < 0xf0) this.wanted = 2;
    else if (byte >= 0xf0 && byte < 0xf5) this.wanted = 3;
    else this.bad(at);
  }

  private bad(at: number): void {
    this.wrong++;
    this.firstWrong ??= at;
  }

  /** The syllables that Korean is written with lie at B0A1 … C8FE. */
  private korean(byte: number): void {
    if (this.lead === 0) {
      if (byte >= 0x80) this.lead = byte;
      return;
    }
    const common = this.lead >= 0xb0 && this.lead <= 0xc8 && byte >= 0xa1;
    if (common) this.hangul++;
    else this.otherHigh++;
    this.lead = 0;
  }

  found(): FoundEncoding {
    if (this.wanted > 0) this.bad(this.offset);
    const [a, b, c] = this.first;
    if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', sure: true, broken: null };
    if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', sure: true, broken: null };
    const [even = 0, odd = 0] = this.zeros;
    // Separators, digits and line ends are in every table: half of their bytes are zero.
    if (even + odd > this.offset * 0.02) {
      if (odd > even * 20) return { encoding: 'utf-16le', sure: false, broken: null };
      if (even > odd * 20) return { encoding: 'utf-16be', sure: false, broken: null };
    }
    if (this.wrong === 0) return { encoding: 'utf-8', sure: true, broken: null };
    const marked = a === 0xef && b === 0xbb && c === 0xbf;
    if (marked || this.letters > this.wrong * 20) return { encoding: 'utf-8', sure: marked, broken: this.firstWrong };
    const korean = this.hangul > (this.hangul + this.otherHigh) * 0.7;
    return { encoding: korean ? 'euc-kr' : 'windows-1252', sure: false, broken: null };
  }

  /** Are there so many zeros that it is no text? Asked where it is not UTF-16. */
  binary(): boolean {
    return this.zeros[0]! + this.zeros[1]! > this.offset * 0.001;
  }
}
