import { walkWords } from '../../i18n/voice/walkWords';
import { neighboursOf } from '../../layout/neighbours';
import { useEditor, useWords } from '../services';
import { neighbourText } from './neighbourText';

/** The description of the brick that has the Tab stop: what it takes and gives. */
export default function Neighbours({ id, of }: { readonly id: string; readonly of: string }) {
  const words = useWords(walkWords);
  const neighbours = useEditor((state) => neighboursOf(state.towers).get(of));
  return (
    <span id={id} hidden>
      {neighbours && neighbourText(neighbours, words)}
    </span>
  );
}
