import { Fragment, useId } from 'react';
import { parameterWords } from '../../../bricks/words';
import { type AnyBrick, initialParams } from '../../brick/brick';
import type { Field, LayerValue } from '../../brick/fields';
import { inspectorWords } from '../../i18n/inspector';
import { useLanguage, useServices, useWords } from '../services';
import { FieldControl } from '../fields/FieldControl';
import { InnerChoice } from './InnerChoice';
import styles from './Inspector.module.css';

/** A parameter that is pointed at, and what it is. */
export interface Helped {
  readonly param: string;
  readonly text: string;
}

interface ParameterRowsProps {
  readonly brick: AnyBrick;
  readonly values: Readonly<Record<string, unknown>>;
  readonly mixed?: ReadonlySet<string> | undefined;
  /** What stands before the names of an inner brick's parameters: `layer` for `layer units`. */
  readonly within?: string;
  /** Names of the layers inside the brick, where it is a whole model. */
  readonly layers?: readonly string[] | undefined;
  readonly onHelp: (helped: Helped) => void;
  readonly onValue: (param: string, value: unknown) => void;
  readonly onEnd: () => void;
}

/** A row per parameter; those that are rarely changed are folded. */
export function ParameterRows(props: ParameterRowsProps) {
  const words = useWords(inspectorWords);
  const { values } = props;
  const entries = Object.entries(props.brick.params).filter(
    ([, { only }]) => !only || values[only.param] === only.value,
  );
  const row = ([param, field]: readonly [string, Field]) => <Row key={param} {...props} param={param} field={field} />;
  const usual = entries.filter(([, field]) => !field.advanced);
  const advanced = entries.filter(([, field]) => field.advanced);
  return (
    <>
      <div className={styles.rows}>{usual.map(row)}</div>
      {advanced.length > 0 && (
        <details className={styles.advanced}>
          <summary>{words.advanced}</summary>
          <div className={styles.rows}>{advanced.map(row)}</div>
        </details>
      )}
    </>
  );
}

interface RowProps extends ParameterRowsProps {
  readonly param: string;
  readonly field: Field;
}

function Row(props: RowProps) {
  const { brick, param, field, values, within, onHelp, onEnd } = props;
  const language = useLanguage();
  const text = parameterWords[brick.type]?.[language][param] ?? '';
  const help = useId();
  const point = () => onHelp({ param, text });
  const mixed = props.mixed?.has(param) ?? false;
  const label = within === undefined ? param : `${within} ${param}`;
  const control = { label, describedBy: help };
  return (
    <>
      {/* Pointing at or entering a row shows its words in the help below; nothing here can be pressed. */}
      <div className={styles.row} onFocus={point} onPointerEnter={point}>
        <span className={styles.label}>
          <span>
            {param.split(/(?=[A-Z])/).map((part) => (
              <Fragment key={part}>
                <wbr />
                {part}
              </Fragment>
            ))}
          </span>
        </span>
        <span id={help} hidden>
          {text}
        </span>
        {field.kind === 'layer' ? (
          <InnerChoice
            {...control}
            brick={brick}
            value={values[param] as LayerValue}
            mixed={mixed}
            onValue={(next) => props.onValue(param, next)}
            onEnd={onEnd}
          />
        ) : (
          <FieldControl
            {...control}
            field={field}
            value={values[param]}
            mixed={mixed}
            layers={props.layers}
            onValue={(next) => props.onValue(param, next)}
            onEnd={onEnd}
          />
        )}
      </div>
      {field.kind === 'layer' && !mixed && <InnerRows {...props} />}
    </>
  );
}

/** The inner brick's own parameters, set in. */
function InnerRows({ param, values, onHelp, onValue, onEnd }: RowProps) {
  const { bricks } = useServices().library;
  const { type, params } = values[param] as LayerValue;
  const inner = Object.hasOwn(bricks, type) ? bricks[type] : undefined;
  if (!inner) return null;
  const all = { ...initialParams(inner), ...params };
  return (
    <div className={styles.inner}>
      <ParameterRows
        brick={inner}
        values={all}
        within={param}
        onHelp={onHelp}
        onValue={(changed, next) => onValue(param, { type, params: { ...all, [changed]: next } })}
        onEnd={onEnd}
      />
    </div>
  );
}
