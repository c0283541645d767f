import { Fragment } from 'react';
import { shortName } from '../../i18n/inView';

/** Before a capital that follows a word or a number of dimensions (`Conv2D|Transpose`), or letters (`RMS|Normalization`), and after an underscore. */
const joints = /(?<=[a-z]|\dD)(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=_)/;

/** A layer's name or class, which may break between its words. */
export function LayerName({ name }: { readonly name: string }) {
  return shortName(name)
    .split(joints)
    .map((part, index) => (
      <Fragment key={`${index} ${part}`}>
        {index > 0 && <wbr />}
        {part}
      </Fragment>
    ));
}
