import { Part } from '../../kit/Part';
import { useCanvas } from '../canvasStore';
import type { WireTipsProps } from './WireTips';

/** Comes with the first wire that is drawn. */
export const wireTips = () => import('./WireTips');

/** What is said about a wire while it is made by hand, and where it was refused. */
export function LinkTips(props: WireTipsProps) {
  const wanted = useCanvas(({ linking, refused }) => linking !== null || refused !== null);
  return wanted ? <Part load={wireTips} props={props} /> : null;
}
