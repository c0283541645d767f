import { useState } from 'react';
import { shapeText } from '../../brick/shape';
import { checkParams } from '../../compile/params';
import { keptPlaceholder } from '../../document/structure/placeholder';
import { heightOf } from '../../layout/geometry';
import { inspectorWords } from '../../i18n/inspector';
import { BrickArt } from '../brick/BrickArt';
import { layerName } from '../brick/layerName';
import { studsOf } from '../brick/studs';
import { IssueList } from '../problems/IssueList';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { countText } from '../../i18n/numbers';
import { Backbone } from './Backbone';
import { BrickNumbers } from './BrickNumbers';
import { Help } from './Help';
import styles from './Inspector.module.css';
import { Inputs } from './inputs/Inputs';
import { NameField } from './NameField';
import type { Helped } from './ParameterRows';
import { Parameters } from './Parameters';
import { PlaceholderView } from './placeholder/PlaceholderView';
import { SharedLayer } from './shared/SharedLayer';
import { Switches } from './Switches';

/** Width of the brick's picture at 100 %: half a brick. */
const pictureWidth = 74;

/** One brick: name, shapes, parameters all at once, freezing, and what is wrong with it. */
export function BrickView({ name }: { readonly name: string }) {
  const { library } = useServices();
  const words = useWords(inspectorWords);
  const language = useLanguage();
  const node = useEditor((state) => state.document.nodes[name]);
  const plan = useEditor((state) => state.plan);
  const [helped, setHelped] = useState<Helped | null>(null);
  if (!node) return null;
  const brick = Object.hasOwn(library.bricks, node.type) ? library.bricks[node.type] : undefined;
  const step = plan.steps.find((each) => each.name === name);
  const shape = plan.shapes[name];
  const issues = plan.issues.filter(({ where }) => where === name);
  const kept = keptPlaceholder(node);
  const broken = issues.some(({ severity }) => severity === 'error');
  return (
    <>
      <header className={styles.head}>
        <BrickArt
          category={brick?.category ?? 'shape'}
          width={pictureWidth}
          height={heightOf(brick)}
          studs={studsOf(shape)}
          frozen={!node.trainable && (step?.weights.length ?? 0) > 0}
          state={broken ? 'broken' : undefined}
          scale={0.62}
        />
        <div className={styles.who}>
          <NameField name={name} />
          <p className={styles.kind}>
            {layerName(brick, node)}
            {step && ` · ${words.parameters(countText(step.parameters, language))}`}
          </p>
        </div>
      </header>
      <IssueList issues={issues} />
      <SharedLayer name={name} />
      {!brick && !kept && <p className={styles.note}>{words.unknown}</p>}
      <h3>{words.shape}</h3>
      <p className={styles.shape}>
        {step && step.inputShapes.length > 0 && `${step.inputShapes.map(shapeText).join(' , ')} → `}
        <b>{shape ? shapeText(shape) : words.noShape}</b>
      </p>
      <Inputs name={name} />
      {kept && <PlaceholderView name={name} kept={kept} />}
      {brick && (
        <>
          <Parameters names={[name]} brick={brick} values={paramsOf(brick, node)} onHelp={setHelped} />
          <Switches names={[name]} weights={(step?.weights.length ?? 1) > 0} />
          {step?.nested && <Backbone step={step} nested={step.nested} />}
          <BrickNumbers name={name} />
          <Help brick={brick} helped={helped} node={node} step={step} />
        </>
      )}
    </>
  );
}

type Checked = Parameters<typeof checkParams>;

/** Every parameter's value, with the initial one where a file lacks it; wrong ones as they are. */
function paramsOf(brick: Checked[0], node: Checked[1]): Readonly<Record<string, unknown>> {
  const initial = Object.entries(brick.params).map(([param, field]) => [param, field.initial]);
  return { ...Object.fromEntries(initial), ...node.params };
}
