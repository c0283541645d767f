import { useState } from 'react';
import { shapeText } from '../../brick/shape';
import { importCodeWords } from '../../i18n/panels/importCode';
import type { ImportHelp } from '../../importers/importer';
import { type ImportQuestion as Question, answered } from '../../importers/question';
import { Button } from '../kit/Button';
import { useWords } from '../services';
import styles from './ImportCode.module.css';

interface ImportQuestionProps {
  readonly question: Question;
  /** What has been said before. */
  readonly help: ImportHelp;
  readonly onAnswer: (help: ImportHelp) => void;
}

/** Asks for what a model leaves open, with what is usual: Enter takes it. */
export function ImportQuestion({ question, help, onAnswer }: ImportQuestionProps) {
  const words = useWords(importCodeWords);
  const [text, setText] = useState(question.suggestion);
  const next = answered(question, text, help);
  const isSize = question.kind === 'size';
  return (
    <form
      className={styles.question}
      onSubmit={(event) => {
        event.preventDefault();
        if (next) onAnswer(next);
      }}
    >
      <label>
        <span>
          {isSize
            ? question.shape === null
              ? words.askInput
              : words.askSize(question.name, shapeText(question.shape))
            : words.askValue(question.name, question.wanted)}
        </span>
        <input
          value={text}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={next === null && text !== ''}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <Button type="submit" obstacle={next ? null : isSize ? words.sizeForm(question.suggestion) : words.noValue}>
        {words.answer}
      </Button>
    </form>
  );
}
