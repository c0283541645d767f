/** What XML 1.0 has no place for, not even escaped: most control characters, halves of pairs, U+FFFE and U+FFFF. */
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * The text of an XML file in which every reader finds only characters that XML has; browsers write the others as they
 * are. U+FFFD stands for each, as a browser shows it. https://www.w3.org/TR/xml/#charsets
 */
export function wellFormedXml(text: string): string {
  return text.replace(impossible, '\ufffd');
}
