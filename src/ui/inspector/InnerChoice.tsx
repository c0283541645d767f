import type { AnyBrick } from '../../brick/brick';
import type { LayerValue } from '../../brick/fields';
import { useLanguage, useServices } from '../services';
import { Choice } from '../fields/Choice';
import { innerLayer } from './innerLayer';

interface InnerChoiceProps {
  readonly brick: AnyBrick;
  readonly value: LayerValue;
  readonly mixed: boolean;
  readonly label: string;
  readonly describedBy: string;
  readonly onValue: (value: unknown) => void;
  readonly onEnd: () => void;
}

/** Which brick stands inside a wrapper. */
export function InnerChoice({ brick, value, mixed, label, describedBy, onValue, onEnd }: InnerChoiceProps) {
  const { bricks } = useServices().library;
  const language = useLanguage();
  const name = (type: string) => bricks[type]?.docs[language].name ?? type;
  const options = Object.values(bricks)
    .filter((inner) => brick.wraps?.accepts(inner))
    .map(({ type }) => type)
    .sort((one, other) => name(one).localeCompare(name(other)));
  return (
    <Choice
      options={options}
      value={mixed ? null : value.type}
      label={label}
      describedBy={describedBy}
      text={name}
      onValue={(type) => {
        onValue(innerLayer(bricks[type]!, value));
        onEnd();
      }}
    />
  );
}
