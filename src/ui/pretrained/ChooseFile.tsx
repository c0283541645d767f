import { pretrainedWords } from '../../i18n/panels/pretrained';
import type { WeightsEntry } from '../../document/architecture';
import { useWords } from '../services';
import { FileButton } from '../kit/FileButton';
import { useAddFiles } from './useAddFiles';

const accepted = '.h5,.hdf5,.keras,.json,.bin,.zip';

interface ChooseFileProps {
  /** What the file is taken for; null: somebody's own. */
  readonly entry: WeightsEntry | null;
  readonly onAdded?: (id: string) => void;
  readonly small?: boolean;
}

/** A button that takes weights from this computer: one file, or a `model.json` with its shards. */
export function ChooseFile({ entry, onAdded, small = true }: ChooseFileProps) {
  const words = useWords(pretrainedWords);
  const add = useAddFiles(entry, onAdded);
  const label = entry ? words.chooseOf(entry.id) : words.choose;
  return (
    <FileButton small={small} label={label} aria-label={label} accept={accepted} multiple onFiles={add}>
      {words.choose}
    </FileButton>
  );
}
