import { useKeptFocus } from './useKeptFocus';

/** Nothing is seen of it: the focus is handed over to what takes the place of what had it. */
export default function KeptFocus() {
  useKeptFocus();
  return null;
}
