import { useRef } from 'react';
import { pretrainedWords } from '../../i18n/pretrained';
import type { WeightsEntry } from '../../pretrained/catalogue';
import { useServices, useWords } from '../services';
import { Button } from '../shell/Button';

const accepted = '.h5,.hdf5,.keras,.json,.bin,.zip';

interface ChooseFileProps {
  /** What the file is taken for; null: somebody's own. */
  readonly entry: WeightsEntry | null;
  readonly onAdded?: (id: string) => void;
}

/** A button that takes weights from this computer: one file, or a `model.json` with its shards. */
export function ChooseFile({ entry, onAdded }: ChooseFileProps) {
  const { pretrained } = useServices();
  const words = useWords(pretrainedWords);
  const input = useRef<HTMLInputElement>(null);
  const add = async (files: readonly File[]) => {
    const id = files.length === 0 ? null : await pretrained.addFiles(entry, files);
    if (id !== null) onAdded?.(id);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accepted}
        multiple
        hidden
        onChange={({ target }) => {
          void add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button
        small
        onClick={() => input.current?.click()}
        {...(entry ? { 'aria-label': words.chooseOf(entry.id) } : {})}
      >
        {words.choose}
      </Button>
    </>
  );
}
