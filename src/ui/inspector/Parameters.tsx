import { useMemo } from 'react';
import type { AnyBrick } from '../../brick/brick';
import type { Json } from '../../document/document';
import { setParam } from '../../document/edits/bricks';
import { layersInside } from '../../document/layersInside';
import { inspectorWords } from '../../i18n/inspector';
import { useServices, useWords } from '../services';
import { type Helped, ParameterRows } from './ParameterRows';

interface ParametersProps {
  /** Bricks of one type: a change is made to all of them. */
  readonly names: readonly string[];
  readonly brick: AnyBrick;
  readonly values: Readonly<Record<string, unknown>>;
  /** Parameters whose values differ among the bricks. */
  readonly mixed?: ReadonlySet<string>;
  readonly onHelp: (helped: Helped) => void;
}

/** All parameters at once. Every change takes effect at once. */
export function Parameters({ names, brick, values, mixed, onHelp }: ParametersProps) {
  const { editor, library } = useServices();
  const words = useWords(inspectorWords);
  const { architecture, includeTop, pooling } = values;
  const nested = brick.nested !== undefined;
  const layers = useMemo(
    () => (nested ? layersInside(library, { architecture, includeTop, pooling }) : undefined),
    [nested, library, architecture, includeTop, pooling],
  );
  if (Object.keys(brick.params).length === 0) return null;
  return (
    <>
      <h3>{words.settings}</h3>
      <ParameterRows
        brick={brick}
        values={values}
        mixed={mixed}
        layers={layers}
        onHelp={onHelp}
        onValue={(param, next) => editor.edit(setParam(names, param, next as Json), `${names.join('\n')}:${param}`)}
        onEnd={() => editor.seal()}
      />
    </>
  );
}
