import { useMemo } from 'react';
import type { AnyBrick } from '../../brick/brick';
import type { Step } from '../../compile/plan';
import type { Node } from '../../document/document';
import { useServices } from '../services';
import { BrickHelp } from './BrickHelp';
import { subjectOfExample, subjectOfStep } from './subject';

interface InspectorHelpProps {
  readonly brick: AnyBrick;
  readonly node: Node;
  /** Missing while something about the brick is wrong. */
  readonly step: Step | undefined;
}

/** The help of a brick of the model, with its own numbers; on an example's input while they are not known. */
export default function InspectorHelp({ brick, node, step }: InspectorHelpProps) {
  const { library } = useServices();
  const own = useMemo(() => (step ? subjectOfStep(brick, node, step, library) : null), [brick, node, step, library]);
  const subject = useMemo(
    () => own ?? subjectOfExample(brick, 0, library, node.params) ?? subjectOfExample(brick, 0, library),
    [own, brick, node, library],
  );
  return subject && <BrickHelp subject={subject} borrowed={own === null} />;
}
