import { type Result, done, refused } from '../../../document/result';
import { EngineError, engineTroubleOf } from '../../../engine/protocol/engineError';
import type { EngineTrouble } from '../../../engine/protocol/engineTrouble';
import { type ExportChoices, everything } from '../../../exporters/exportChoices';
import { type BuiltExport, exportedFiles } from '../../../exporters/exportedFiles';
import { ExportRefused, type ExportTrouble } from '../../../exporters/exportRefused';
import type { ExportSupplies, ExportedFiles, ExportedModel, Exporter } from '../../../exporters/exporter';
import { safeFileName } from '../../../formats/file';
import { plainName } from '../../../formats/plainName';
import { zipFiles } from '../../../formats/zipFiles';
import { type ExportParts, pageSupplies } from './pageSupplies';

/** Why a model did not leave: its target's reason, or the engine's. */
export type LeavingTrouble = EngineTrouble | ExportTrouble;

/** How large a zip can be, and a file in it, in bytes. */
const zipLimit = 2 ** 32 - 1;

const troubleOf = (error: unknown): LeavingTrouble =>
  error instanceof ExportRefused ? error.trouble : engineTroubleOf(error);

/** Bytes of a file. */
export const sizeOf = (content: string | Uint8Array): number =>
  typeof content === 'string' ? new TextEncoder().encode(content).byteLength : content.byteLength;

const whole = (content: string | Uint8Array) => (typeof content === 'string' ? content : new Uint8Array(content));

/** Of what is asked for: the answer, or that it was stopped, whichever comes first. */
function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new EngineError({ code: 'cancelled', data: {} }));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

type Model = Pick<ExportedModel, 'document' | 'plan'>;

/** The files of a model for a target. Never throws; answers `cancelled` when `signal` ends it. */
export async function builtExport(
  exporter: Exporter,
  choices: ExportChoices,
  { model, supplies, signal }: { model: Model; supplies: ExportSupplies; signal: AbortSignal },
): Promise<Result<BuiltExport, LeavingTrouble>> {
  try {
    return done(await unlessStopped(exportedFiles(exporter, model, supplies, choices), signal));
  } catch (error) {
    return refused(troubleOf(error));
  }
}

/** What a download for a target is called. */
export function downloadName({ project, file }: Pick<Exporter, 'project' | 'file'>, title: string): string {
  return safeFileName(title) + (project ? '.zip' : file.slice(file.lastIndexOf('.')));
}

interface Packing {
  readonly signal: AbortSignal;
  /** How much is packed, 0 … 1. */
  readonly progress: (done: number) => void;
}

/** These very files as what is downloaded: a zip in which all are in one folder, or the one file there is. Never throws. */
export async function packed(
  exporter: Pick<Exporter, 'project' | 'file'>,
  files: ExportedFiles,
  title: string,
  { signal, progress }: Packing,
): Promise<Result<File, LeavingTrouble>> {
  const name = downloadName(exporter, title);
  if (!exporter.project) return done(new File(Object.values(files).map(whole), name, { type: 'text/plain' }));
  const bytes = Object.values(files).reduce((sum, content) => sum + sizeOf(content), 0);
  if (bytes > zipLimit) {
    return refused({ code: 'tooLarge', where: null, data: { target: 'ZIP', bytes, limit: zipLimit } });
  }
  try {
    const zip = await zipFiles(files, plainName(title), { signal, progress });
    return done(new File([zip], name, { type: 'application/zip' }));
  } catch (error) {
    return refused(signal.aborted ? { code: 'cancelled', data: {} } : troubleOf(error));
  }
}

interface QuickParts extends ExportParts {
  readonly language: ExportChoices['language'];
  /** The files are there; now they are packed. */
  readonly packing: () => void;
}

/** A file to hand over, and whether the model in it knows what it has learned. */
export interface PackedExport {
  readonly file: File;
  readonly trained: boolean;
}

/** All of the model's files for a target as one download, without choosing anything. Never throws. */
export async function packedExport(
  exporter: Exporter,
  { language, packing, ...parts }: QuickParts,
): Promise<Result<PackedExport, LeavingTrouble>> {
  const { signal } = new AbortController();
  const model = parts.editor.store.getState();
  const supplies = pageSupplies(parts, () => signal);
  const built = await builtExport(exporter, everything(language), { model, supplies, signal });
  if (!built.ok) return built;
  packing();
  const file = await packed(exporter, built.value.files, model.document.title, { signal, progress: () => undefined });
  const trained = built.value.notes.every(({ code }) => code !== 'noWeights');
  return file.ok ? done({ file: file.value, trained }) : file;
}
