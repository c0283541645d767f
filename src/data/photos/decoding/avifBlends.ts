const boxName = [0x61, 0x76, 0x31, 0x43];
const lookedAt = 65_536;

/**
 * Does an AVIF keep its colours in fewer places than its light (4:2:0, 4:2:2), or only greys? Pillow and browsers blend
 * between those places, and widen greys of the short range; the package sharp repeats and leaves them. What is asked is the
 * box `av1C` of its pictures, in the file's header (AV1 Codec ISO Media File Format Binding, 2.3).
 */
export function avifBlends(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, lookedAt) - 7;
  for (let at = 0; at < end; at++) {
    if (!boxName.every((byte, place) => bytes[at + place] === byte)) continue;
    // Of the third byte: monochrome, and the colours' places halved across. The first picture is the one that is shown.
    return (bytes[at + 6]! & 0b0001_1000) !== 0;
  }
  return false;
}
