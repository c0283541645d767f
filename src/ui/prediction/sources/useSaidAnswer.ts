import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useAnswerNames } from '../../samples/useAnswerNames';
import { useFacts } from '../../samples/useFacts';
import { useEditor, useLanguage, useServices } from '../../services';
import { type About, saidAnswer } from './saidAnswer';

/** Milliseconds without another answer after which it is said: of many, one after the other, the last. */
const calm = 300;

/** Says every answer of the model once, with the sample that was asked about; null: something of one's own. */
export function useSaidAnswer(about: About | null): void {
  const { runner, session } = useServices();
  const language = useLanguage();
  const named = useAnswerNames();
  const target = useFacts(useEditor((state) => state.document.training.dataset))?.target;
  const prediction = useStore(runner.store, (state) => state.prediction);
  const [told, setTold] = useState({ prediction, text: '' });
  // With what was asked about when it came: whoever steps on waits for the next one.
  if (told.prediction !== prediction) {
    const numbers = target?.kind === 'numbers' ? target.units : null;
    const text = prediction === null ? '' : saidAnswer(prediction.outputs, about, { language, named, numbers });
    setTold({ prediction, text });
  }
  useEffect(() => {
    if (told.text === '') return undefined;
    const timer = setTimeout(() => session.say(told.text), calm);
    return () => clearTimeout(timer);
  }, [told, session]);
}
