import { useStore } from 'zustand';
import { importCodeWords } from '../../i18n/panels/importCode';
import { Modal } from '../kit/Modal';
import { useServices, useWords } from '../services';
import { ImportQuestion } from './ImportQuestion';
import { openAndTell } from './openAndTell';

/** Asks what a file leaves open, and opens it with the answer. */
export default function AskDialog() {
  const services = useServices();
  const words = useWords(importCodeWords);
  const asked = useStore(services.session.store, (state) => state.asked);
  if (!asked) return null;
  const { files, question, help } = asked;
  return (
    <Modal title={words.askTitle} about={words.askAbout(files[0]?.name ?? '')} size="middle">
      <ImportQuestion
        key={`${question.kind} ${question.name}`}
        question={question}
        help={help}
        onAnswer={(next) => {
          services.session.open(null);
          void openAndTell(files, services, next);
        }}
      />
    </Modal>
  );
}
