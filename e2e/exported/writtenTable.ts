import { createHash } from 'node:crypto';
import { ExportRefused } from '../../src/exporters/exportRefused';
import type { ExportSupplies, ExportedModel, Exporter } from '../../src/exporters/exporter';
import { writtenDocuments } from './writtenDocuments';
import { bareSupplies, copied, trainedSupplies } from './writtenSupplies';

/** By target and group: for each document a short hash of all that is written, behind `refused:` where that is the text alone. */
export type WrittenTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Letters of a hash: a change goes unseen once in a billion times. */
const letters = 5;

/** All that a target writes, one path after the other; not what is copied, nor what a package manager wrote. */
async function written(exporter: Exporter, model: ExportedModel, supplies: ExportSupplies) {
  try {
    const files = Object.entries(await exporter.files(model, supplies));
    return files
      .filter(
        ([path, content]) => !path.endsWith('package-lock.json') && !String(content.slice(0, 40)).startsWith(copied),
      )
      .flatMap(([path, content]) => [path, content]);
  } catch (error) {
    if (!(error instanceof ExportRefused)) throw error;
    return null;
  }
}

interface Given {
  readonly model: ExportedModel;
  readonly supplies: ExportSupplies;
  /** Also without weights and data, in the other language. */
  readonly alsoBare: boolean;
}

async function hashOf(exporter: Exporter, { model, supplies, alsoBare }: Given): Promise<string> {
  const trained = await written(exporter, model, supplies);
  const bare = alsoBare ? await written(exporter, { ...model, language: 'ko' }, bareSupplies) : null;
  const text = (await exporter.printer())(model);
  const hash = createHash('sha256');
  for (const part of [text, ...(trained ?? ['refused']), ...(bare ?? ['refused'])]) {
    hash.update(`${part.length} `).update(part);
  }
  const refused = trained === null && bare === null;
  return (refused ? 'refused:' : '') + hash.digest('base64url').slice(0, letters);
}

/** What a target writes for every document, by group. */
export async function writtenRow(exporter: Exporter): Promise<WrittenTable[string]> {
  const row: Record<string, string> = {};
  for (const { group, bare, model } of writtenDocuments) {
    const made = model();
    const hash = await hashOf(exporter, { model: made, supplies: trainedSupplies(made), alsoBare: bare });
    row[group] = group in row ? `${row[group]!} ${hash}` : hash;
  }
  return row;
}

/** The documents of a target that were written otherwise, in words. */
export function changesOf(before: WrittenTable[string], after: WrittenTable[string]): string[] {
  const groups = [...new Set(writtenDocuments.map(({ group }) => group))];
  return groups.flatMap((group) => {
    const [old, now] = [before, after].map((row) => row[group]?.split(' ') ?? []);
    const own = writtenDocuments.filter((document) => document.group === group);
    return own.flatMap(({ name }, at) =>
      old![at] === now![at] ? [] : [`${group}, ${name}: ${old![at] ?? 'new'} → ${now![at]}`],
    );
  });
}
