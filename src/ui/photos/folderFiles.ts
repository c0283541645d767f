import type { FolderFile } from '../../data/photos/importFolder';

/** A name for what was chosen or dropped: the folder's, the zip's, or the files' common class. */
export interface Folder {
  readonly name: string;
  readonly files: readonly FolderFile[];
}

const imageName = /\.(jpe?g|jfif|png|gif|webp|bmp|avif)$/i;
const zipName = /\.zip$/i;
const plainName = (path: string) => path.split('/')[0]!.replace(zipName, '');

function folderOf(files: readonly FolderFile[], otherwise: string): Folder {
  const names = [
    ...new Set(files.map(({ path }) => (path.includes('/') || zipName.test(path) ? plainName(path) : ''))),
  ];
  return { name: names.length === 1 && names[0] !== '' ? names[0]! : otherwise, files };
}

/** Files of an `<input type="file">`, with folders where one was chosen. */
export const chosenFiles = (list: FileList | readonly File[], otherwise: string): Folder =>
  folderOf(
    Array.from(list, (file) => ({ path: file.webkitRelativePath || file.name, file })),
    otherwise,
  );

/** Is this drop photos: a folder, a zip, or several pictures? Must be asked while the drop is handled. */
export function dropsPhotos({ items, files }: DataTransfer): boolean {
  const folders = Array.from(items).some((item) => item.webkitGetAsEntry()?.isDirectory === true);
  const names = Array.from(files, ({ name }) => name);
  return folders || names.some((name) => zipName.test(name)) || names.filter((name) => imageName.test(name)).length > 1;
}

/** Everything that is dropped, folders walked through. Must be called while the drop is handled. */
export async function droppedFiles({ items }: DataTransfer, otherwise: string): Promise<Folder> {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const files: FolderFile[] = [];
  const walk = async (entry: FileSystemEntry): Promise<void> => {
    const path = entry.fullPath.replace(/^\//, '');
    if (entry.isFile) {
      const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
      files.push({ path, file });
      return;
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    for (;;) {
      // A hundred at a time; an empty answer is the end.
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return;
      for (const each of some) await walk(each);
    }
  };
  for (const entry of entries) await walk(entry);
  return folderOf(files, otherwise);
}
