/**
 * `npx tsx e2e/importers/bad/mutatedModels.ts FOLDER [COUNT [SEED]]`: saved models below the folder, cut off, with wrong bytes, or
 * with a wrong configuration, are opened as the command line does: every one opens or is refused in words of both languages.
 * What a file reader falls silent over is ended, and is refused.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openInThread } from '../../../src/cli/reading/openInThread';
import { randomNumbers } from '../../../src/data/random';
import { savedContents } from '../../../src/formats/saved/savedContents';
import type { NamedBlob } from '../../../src/formats/weights/weightFile';
import { importNotes } from '../../../src/i18n/imports/importNotes';
import { importTroubleText } from '../../../src/i18n/troubles/importTrouble';
import { importModel } from '../../../src/importers/importModel';
import { library } from '../../../templates/index';

const [folder = '', count = '2000', seed = '1'] = process.argv.slice(2);
/** Larger ones would take as long as they are large. */
const mostBytes = 3_000_000;
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(json|h5|keras|onnx)$/.test(name))
  .map((name) => join(folder, name))
  .filter((path) => statSync(path).size < mostBytes)
  .toSorted();
const files = paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
const readSaved = (given: readonly NamedBlob[]) => savedContents(openInThread, given);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const strange: readonly Json[] = [null, -1, 0, 1e9, 'x', '', [], {}, [[]], true, 0.5, '__proto__', [1, 2, 3, 4, 5, 6]];

/** A configuration with one to three of its values wrong, gone, or somewhere else. */
function tampered(json: Json, below: (limit: number) => number): Json {
  const places: { readonly in: Json[] | { [key: string]: Json }; readonly key: string | number }[] = [];
  const walk = (value: Json) => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      places.push({ in: value, key });
      walk((value as { [key: string]: Json })[key]!);
    }
  };
  walk(json);
  for (let left = 1 + below(3); left > 0 && places.length > 0; left--) {
    const { in: owner, key } = places[below(places.length)]!;
    const there = owner as { [key: string]: Json };
    const other = places[below(places.length)]!;
    const way = below(4);
    if (way === 0) delete there[key];
    else if (way === 1) there[key] = structuredClone((other.in as { [key: string]: Json })[other.key] ?? null);
    else there[key] = structuredClone(strange[below(strange.length)]!);
  }
  return json;
}

/** JSON as Python writes it, or JSON in a text; null where it is none. */
function parsed(text: string): Json {
  try {
    const json = JSON.parse(text.replaceAll(/\b(NaN|Infinity)\b/g, '0')) as Json;
    return typeof json === 'string' ? parsed(json) : json;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function mutant(bytes: Buffer, name: string, below: (limit: number) => number): Uint8Array<ArrayBuffer> {
  const way = below(3);
  if (name.endsWith('.json') && way > 0) {
    const json = parsed(bytes.toString());
    if (json !== null) return Uint8Array.from(Buffer.from(JSON.stringify(tampered(json, below))));
  }
  const changed = Uint8Array.from(way === 0 ? bytes.subarray(0, below(bytes.length)) : bytes);
  // The configuration of the other kinds stands near the front or the end.
  for (let left = 1 + below(8); left > 0 && changed.length > 0; left--)
    changed[below(3) === 0 ? below(changed.length) : below(Math.min(changed.length, 20_000))] = below(256);
  return changed;
}

const outcomes = new Map<string, number>();
let wrong = 0;
let slowest = 0;
for (let at = 0; at < Number(count); at++) {
  const random = randomNumbers(Number(seed) * 1_000_003 + at);
  const below = (limit: number) => Math.floor(random() * limit);
  const { name, bytes } = files[below(files.length)]!;
  const begun = performance.now();
  let outcome: string;
  try {
    const read = await importModel({ name, blob: new Blob([mutant(bytes, name, below)]) }, library, { readSaved });
    const words = (['en', 'ko'] as const).flatMap((language) =>
      read.ok ? importNotes(read.value.report, language) : [importTroubleText(read.error, language)],
    );
    const isUnsaid = words.some((text) => text === '' || /undefined|\[object|NaN/.test(text));
    outcome = isUnsaid ? `UNSAID ${words.join(' ')}` : read.ok ? 'opened' : `refused: ${read.error.code}`;
  } catch (error) {
    outcome = `THROWN ${error instanceof Error ? error.stack : String(error)}`;
  }
  const milliseconds = performance.now() - begun;
  slowest = Math.max(slowest, milliseconds);
  if (/^(UNSAID|THROWN)/.test(outcome)) {
    wrong++;
    console.log(`${name}, seed ${seed}, number ${at}: ${outcome.slice(0, 600)}`);
  }
  const kind = outcome.split(' ', 2).join(' ');
  outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
}
for (const [kind, times] of [...outcomes].toSorted(([, a], [, b]) => b - a)) console.log(`${times} ${kind}`);
console.log(`${count} files, ${wrong} wrong, the longest took ${(slowest / 1000).toFixed(1)} s`);
process.exitCode = wrong > 0 ? 1 : 0;
