import { useEffect } from 'react';
import { useStore } from 'zustand';
import { silenceText, silenceWords } from '../../i18n/panels/engineSilence';
import { useLanguage, useServices, useWords } from '../services';

/** Says that the engine gives no answer, for as long as it gives none, and offers to end it. */
export default function EngineSilence() {
  const { runner, session } = useServices();
  const words = useWords(silenceWords);
  const language = useLanguage();
  const silence = useStore(runner.store, (state) => state.silence);
  useEffect(() => {
    if (silence === null) return;
    const restart = async () => {
      const restarted = await runner.restart();
      if (restarted.ok) session.notify({ tone: 'success', text: words.restarted });
    };
    const action = { label: words.restart, run: () => void restart() };
    const id = session.notify({ tone: 'warning', text: silenceText(silence, language), action });
    return () => session.dismiss(id);
  }, [silence, words, language, runner, session]);
  return null;
}
