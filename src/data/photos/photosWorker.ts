import { ZipError } from '../../formats/zipEntries';
import { DatasetError } from '../dataset';
import { decode, lookAt } from './decode';
import { type FolderFile, importFolder, questionOf } from './importFolder';
import type { Source } from './importPhotos';
import { loadThumbnails } from './photoDataset';
import { pictureOf } from './picture';
import { openPhotoStorage, tidyProject } from './photoStorage';
import { buffersOf, troubleOf } from './photosAnswer';
import type { FromPhotos, PhotosAnswers, PhotosRequest, ToPhotos } from './photosProtocol';
import { sized } from './resize';
import { zipSources } from './zipSources';

// With options, not a list: windows and workers take these alike, and so do the DOM's types.
const post = (message: FromPhotos, transfer: Transferable[] = []) => globalThis.postMessage(message, { transfer });
const running = new Map<number, AbortController>();
/** Files that came ahead of their import. */
const ahead = new Map<number, FolderFile[]>();
const storage = openPhotoStorage();

type Progress = (done: number, total: number) => void;

const baseName = (path: string) => path.replace(/\.zip$/i, '');

async function sourcesOf(files: readonly FolderFile[]): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const { path, file } of files) {
    if (!/\.zip$/i.test(path)) sources.push({ path, size: file.size, open: async () => file });
    else {
      const entries = await zipSources(file, baseName(path)).catch((error: unknown) => {
        throw new ZipError(path, { cause: error });
      });
      for (const entry of entries) sources.push(entry);
    }
  }
  return sources;
}

async function answerTo(
  request: PhotosRequest,
  progress: Progress,
  signal: AbortSignal,
): Promise<PhotosAnswers[keyof PhotosAnswers]> {
  const { files } = storage;
  if (request.type === 'picture') return pictureOf(request.file, request.want);
  const { project } = request;
  switch (request.type) {
    case 'import': {
      const { how } = request;
      const sources = await sourcesOf(request.files);
      const open = how.into === null && how.reading === null;
      const question = open ? questionOf(sources.map(({ path }) => path)) : null;
      if (question !== null) return question;
      return importFolder(sources, how, {
        files,
        project,
        look: lookAt,
        progress,
        signal,
      }).catch(async (error: unknown) => {
        await tidyProject(storage, project);
        throw error;
      });
    }
    case 'thumbnails':
      return loadThumbnails(request.set, { read: (name) => files.read(project, name) }, progress, signal);
    case 'photo': {
      const { size, interpolation } = request.want;
      const file = await files.read(project, request.hash);
      if (file === null) throw new DatasetError('the file is gone');
      const picture = await decode(file);
      try {
        return sized(picture, size, interpolation);
      } finally {
        picture.close();
      }
    }
  }
}

globalThis.addEventListener('message', async ({ data }: MessageEvent<ToPhotos>) => {
  const { id } = data;
  if (data.type === 'cancel') {
    running.get(id)?.abort();
    return;
  }
  if (data.type === 'files') {
    ahead.set(id, [...(ahead.get(id) ?? []), ...data.files]);
    return;
  }
  const early = ahead.get(id) ?? [];
  ahead.delete(id);
  const request = data.type === 'import' ? { ...data, files: [...early, ...data.files] } : data;
  const own = new AbortController();
  running.set(id, own);
  let said = 0;
  const progress: Progress = (done, total) => {
    // As often as a screen can show it.
    if (done < total && performance.now() - said < 50) return;
    said = performance.now();
    post({ id, type: 'progress', done, total });
  };
  try {
    const answer = await answerTo(request, progress, own.signal);
    post({ id, type: 'done', answer }, buffersOf(answer));
  } catch (error) {
    post({ id, type: 'failed', trouble: troubleOf(error, own.signal) });
  } finally {
    running.delete(id);
  }
});
