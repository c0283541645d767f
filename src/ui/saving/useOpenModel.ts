import { useState } from 'react';
import { parse } from '../../document/parse';
import { type Opened, openTrained } from '../../editor/savingOpen';
import { type NamedBlob, WeightFileError } from '../../formats/weights/weightFile';
import { parseErrorText } from '../../i18n/parseErrors';
import { savingWords } from '../../i18n/saving';
import { weightFileText } from '../../i18n/weightFiles';
import { useLanguage, useServices, useWords } from '../services';

/** A document inside a saved model that is none. */
class BadDocument extends Error {
  override readonly name = 'BadDocument';
}

/** Opens files as a trained model, and keeps what came of it. */
export function useOpenModel() {
  const { projects, runner } = useServices();
  const words = useWords(savingWords);
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  const documentIn = async (files: readonly NamedBlob[]) => {
    const { readSavedModel } = await import('../../formats/saved/readSavedModel');
    const { document, weights } = await readSavedModel(files);
    weights.close();
    if (document === null) return null;
    const parsed = parse(document);
    if (parsed.ok) return parsed.document;
    throw new BadDocument(`${words.badDocument} ${parseErrorText(parsed.error, language)}`);
  };
  const open = async (files: readonly File[]) => {
    if (busy || files.length === 0) return;
    setBusy(true);
    setOpened(null);
    setTrouble(null);
    try {
      const named = files.map((file) => ({ name: file.name, blob: file }));
      setOpened(await openTrained(named, { projects, runner, documentIn }));
    } catch (error) {
      if (error instanceof WeightFileError) setTrouble(weightFileText(error.trouble, language));
      else if (error instanceof BadDocument) setTrouble(error.message);
      else throw error;
    } finally {
      setBusy(false);
    }
  };
  return { busy, opened, trouble, open };
}
