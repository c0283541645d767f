import type { Language } from '../brick/brick';

const counts = { en: new Intl.NumberFormat('en-US'), ko: new Intl.NumberFormat('ko-KR') } as const;

/** `1,475,328` in the language's way. */
export function countText(value: number, language: Language): string {
  return counts[language].format(value);
}

/** Three significant digits with the letter for thousands, as sizes of models are said: `15.5 G`, `569 M`. */
export function compactText(value: number): string {
  if (value < 1e4) return value.toLocaleString('en-US');
  const step = Math.min(4, Math.floor(Math.log10(value) / 3));
  const size = value / 1000 ** step;
  return `${inGroups(size, size >= 100 ? 0 : size >= 10 ? 1 : 2)} ${['', 'k', 'M', 'G', 'T'][step]}`;
}

/** Four significant digits, as losses are read: `0.1842`, `12.35`, `1.2e-5`. */
export function lossText(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (!Number.isFinite(value)) return String(value);
  if (value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e5)) return value.toExponential(2);
  return value.toFixed(Math.abs(value) >= 100 ? 1 : 4);
}

/** A learning rate: `0.001`, `1000`, `1e+25`. */
export const rateText = (rate: number): string =>
  rate >= 1e6 ? String(Number(rate.toPrecision(4)).toExponential()) : String(rate);

/** A share 0 … 1 as `97.3 %`. */
export function percentText(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : `${(value * 100).toFixed(1)} %`;
}

/** Bytes as `12.4 MB` (1 MB = 1,000,000 bytes). */
export function bytesText(bytes: number): string {
  if (bytes < 1e3) return `${bytes} B`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`;
  if (bytes < 1e9) return `${(bytes / 1e6).toFixed(1)} MB`;
  return bytes < 1e12 ? `${(bytes / 1e9).toFixed(2)} GB` : `${inGroups(bytes / 1e12, 2)} TB`;
}

/** `12,345.60`: alike in both languages. */
const inGroups = (value: number, digits: number) =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

interface TimeWords {
  readonly seconds: (seconds: number) => string;
  readonly minutes: (minutes: number, seconds: number) => string;
  readonly hours: (hours: number, minutes: number) => string;
}

/** A duration in words, two units at most. */
export function timeText(seconds: number, words: TimeWords): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return words.seconds(whole);
  if (whole < 3600) return words.minutes(Math.floor(whole / 60), whole % 60);
  return words.hours(Math.floor(whole / 3600), Math.floor((whole % 3600) / 60));
}
