import { useState } from 'react';
import { parse } from '../../document/reading/parse';
import { type Opened, openTrained } from '../../editor/run/savingOpen';
import type { NamedBlob } from '../../formats/weights/weightFile';
import { engineErrorText } from '../../i18n/troubles/engineErrors';
import { parseTroubleText } from '../../i18n/troubles/parseTrouble';
import { savingWords } from '../../i18n/saving';
import { useLanguage, useServices, useWords } from '../services';

/** A document inside a saved model that is none. */
class BadDocument extends Error {
  override readonly name = 'BadDocument';
}

/** Files that are no saved model; why, the runner knows. */
class Unreadable extends Error {
  override readonly name = 'Unreadable';
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
    runner.dismissError();
    const saved = await runner.savedDocument(files);
    if (saved === null) throw new Unreadable();
    if (saved.text === null) return null;
    const parsed = parse(saved.text);
    if (parsed.ok) return parsed.value;
    throw new BadDocument(`${words.badDocument} ${parseTroubleText(parsed.error, language)}`);
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
      if (error instanceof Unreadable) {
        // Said here; beside the answer of the model it would be about nothing.
        const why = runner.store.getState().error;
        if (why !== null) setTrouble(engineErrorText(why, language));
        runner.dismissError();
      } else if (error instanceof BadDocument) setTrouble(error.message);
      else throw error;
    } finally {
      setBusy(false);
    }
  };
  return { busy, opened, trouble, open };
}
