import { type Result, done, refused } from '../../document/result';
import type { Library } from '../../document/template';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { ImportHelp, ImportTrouble, Imported, ListedModels } from '../importer';
import { givenValue, listKerasCode, longestCode, readKerasCode } from '../kerasCode/readKerasCode';
import { codeIn, longestNotebook } from '../kerasCode/text/codeIn';
import type { CodeText } from '../kerasCode/text/codeText';
import { looksLikeTorch } from '../pytorchCode/looksLikeTorch';
import { listPytorchCode, readPytorchCode } from '../pytorchCode/readPytorchCode';

/** The code in a file where it is for PyTorch; null where it is for Keras, or for nothing that is known. */
async function torchCode({ name, blob }: NamedBlob): Promise<Result<CodeText | null, ImportTrouble>> {
  const tooLarge = (size: number, limit: number) =>
    refused({ code: 'tooLarge', where: null, data: { file: name, size, limit } } as const);
  if (blob.size > longestNotebook) return tooLarge(blob.size, longestNotebook);
  const written = await blob.text().catch(() => null);
  if (written === null) return refused({ code: 'unreadable', where: null, data: { file: name } });
  const code = codeIn(written);
  if (code.text.length > longestCode) return tooLarge(code.text.length, longestCode);
  return done(looksLikeTorch(code.text) ? code : null);
}

const valuesOf = ({ values = {} }: ImportHelp) =>
  new Map(Object.entries(values).map(([key, value]) => [key, givenValue(value)]));

/** A model of code for Keras or PyTorch, whichever it imports, as a document. Never throws. */
export async function readPython(
  file: NamedBlob,
  library: Library,
  help: ImportHelp = {},
): Promise<Result<Imported, ImportTrouble>> {
  const code = await torchCode(file);
  if (!code.ok) return code;
  if (code.value === null) return readKerasCode(file, library, help);
  return readPytorchCode(code.value, file.name, library, valuesOf(help), help);
}

/** All models of code for Keras or PyTorch, with their parameters. Never throws. */
export async function listPython(
  file: NamedBlob,
  library: Library,
  help: ImportHelp = {},
): Promise<Result<ListedModels, ImportTrouble>> {
  const code = await torchCode(file);
  if (!code.ok) return code;
  if (code.value === null) return listKerasCode(file, library, help);
  return listPytorchCode(code.value, library, valuesOf(help), help);
}
