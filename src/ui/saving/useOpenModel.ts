import { useState } from 'react';
import { type OpenTrouble, type Opened, openTrained } from '../../editor/run/savingOpen';
import { engineTroubleText } from '../../i18n/troubles/engineTrouble';
import { parseTroubleText } from '../../i18n/troubles/parseTrouble';
import { savingWords } from '../../i18n/saving';
import type { MatchReport } from '../../pretrained/matching/matchReport';
import { useLanguage, useServices, useWords } from '../services';

/** Opens files as a trained model, and keeps what came of it: what fits, or why it was refused. */
export function useOpenModel() {
  const { projects, runner } = useServices();
  const words = useWords(savingWords);
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [trouble, setTrouble] = useState<OpenTrouble | null>(null);
  const [asked, setAsked] = useState<readonly File[]>([]);

  const open = async (files: readonly File[], byOrder = false) => {
    if (busy || files.length === 0) return;
    setBusy(true);
    setOpened(null);
    setTrouble(null);
    setAsked(files);
    const named = files.map((file) => ({ name: file.name, blob: file }));
    try {
      const came = await openTrained(named, { projects, runner }, { byOrder });
      if (came.ok) setOpened(came.value);
      else setTrouble(came.error);
    } finally {
      setBusy(false);
    }
  };
  const reasonOf = (error: OpenTrouble): string | null => {
    if (error.code === 'cancelled') return null;
    if (error.code === 'badDocument') return `${words.badDocument} ${parseTroubleText(error.data.error, language)}`;
    return error.code === 'weightsMismatch' ? words.refused : engineTroubleText(error, language);
  };
  const report: MatchReport | null =
    opened?.report ??
    (trouble?.code === 'weightsMismatch' || trouble?.code === 'weightsByOrder' ? trouble.data.report : null);
  /** Takes the weights in the file's order; null where that is not the question. */
  const takeByOrder = trouble?.code === 'weightsByOrder' ? () => open(asked, true) : null;
  return { busy, opened, report, reason: trouble && reasonOf(trouble), open, takeByOrder };
}
