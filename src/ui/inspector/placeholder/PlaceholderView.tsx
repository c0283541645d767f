import { shape } from '../../../brick/fields';
import { setParam } from '../../../document/edits/bricks';
import type { Json } from '../../../document/document';
import type { Placeholder } from '../../../document/structure/placeholder';
import { inspectorWords } from '../../../i18n/inspector';
import { TextValue } from '../../fields/TextValue';
import { allowedWords } from '../../fields/allowedWords';
import { useEditor, useServices, useWords } from '../../services';
import { TotalRows } from '../TotalRows';
import { ExchangeChoice } from './ExchangeChoice';

/** What may come out of a layer that no brick does. */
const field = shape([1], { unknown: true });

/** A value as it is kept; of an object of Keras its class and configuration, without where Python finds them. */
function keptText(value: Json): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('class_name' in value)) return JSON.stringify(value);
  const { class_name: name, config } = value;
  return `${String(name)} ${JSON.stringify(config ?? {})}`;
}

/** A layer that keeps its place: what comes out of it, which only a person may know, and its configuration as it is kept. */
export function PlaceholderView({ name, kept }: { readonly name: string; readonly kept: Placeholder }) {
  const { editor } = useServices();
  const words = useWords(inspectorWords);
  const comes = useEditor((state) => state.plan.shapes[name]);
  const rows = Object.entries(kept.config)
    // The brick says these itself.
    .filter(([argument]) => argument !== 'name' && argument !== 'trainable')
    .map(([argument, value]) => [argument, keptText(value)] as const);
  return (
    <>
      <h3>{words.comesOut}</h3>
      <TextValue
        field={field}
        value={kept.shape ?? comes ?? []}
        label={words.comesOut}
        allowed={allowedWords(field, words)}
        onValue={(next) => editor.edit(setParam([name], 'shape', next as Json), `${name}:shape`)}
        onEnd={() => editor.seal()}
      />
      <ExchangeChoice name={name} />
      {rows.length > 0 && <h3>{words.kept}</h3>}
      <TotalRows wrapped rows={rows} />
    </>
  );
}
