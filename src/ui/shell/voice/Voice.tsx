import { useEffect, useState } from 'react';
import { editorEvent, problemEvent } from '../../../editor/voice/editorEvents';
import { runEvents } from '../../../editor/voice/runEvents';
import { worded } from '../../../editor/worded';
import { voiceText } from '../../../i18n/voice/voiceText';
import { useServices } from '../../services';
import { createSpeaker } from './speaker';
import styles from './Voice.module.css';

/** Milliseconds without a change after which the model's problems are told: never while somebody types. */
const calm = 900;

/** The one polite voice of the page: what became of the model and of the run, each once, in a few words. */
export default function Voice() {
  const { editor, library, preferences, runner, session } = useServices();
  const [spoken, setSpoken] = useState({ id: 0, text: '' });
  useEffect(() => {
    const language = () => preferences.getState().language;
    const shown = () => session.store.getState().notices.map(({ text }) => worded(text, language()));
    const speaker = createSpeaker(shown, (text) => setSpoken(({ id }) => ({ id: id + 1, text })));
    let told = editor.store.getState().plan.issues;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const tellProblems = () => {
      const { issues } = editor.store.getState().plan;
      const event = problemEvent(told, issues);
      told = issues;
      if (event !== null) speaker.say(voiceText(event, language(), library));
    };
    const ends = [
      editor.store.subscribe((now, before) => {
        if (now.document === before.document) return;
        const event = editorEvent(before, now);
        if (event !== null) speaker.say(voiceText(event, language()), event.code === 'opened' ? 'opened' : null);
        clearTimeout(waiting);
        waiting = setTimeout(tellProblems, calm);
      }),
      runner.store.subscribe((now, before) => {
        for (const event of runEvents(before, now))
          speaker.say(voiceText(event, language()), event.code === 'epoch' ? 'epoch' : null);
      }),
      session.store.subscribe(({ said }, before) => {
        if (said.id !== before.said.id) speaker.say(said.text);
      }),
      () => clearTimeout(waiting),
      speaker.end,
    ];
    return () => ends.forEach((end) => end());
  }, [editor, library, preferences, runner, session]);
  // The same words said again are another paragraph, which is read again.
  return (
    <div className={styles.voice} aria-live="polite" data-voice>
      {spoken.text !== '' && <p key={spoken.id}>{spoken.text}</p>}
    </div>
  );
}
