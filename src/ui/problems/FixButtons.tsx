import { applyFix } from '../../document/edits/fixes';
import type { Fix } from '../../document/fix';
import { fixText } from '../../i18n/troubles/mistakes/fixText';
import { useLanguage, useServices } from '../services';
import { Button } from '../kit/Button';

/** A button for each way out. */
export default function FixButtons({ fixes }: { readonly fixes: readonly Fix[] }) {
  const { editor, library, session } = useServices();
  const language = useLanguage();
  return fixes.map((fix) => (
    <Button
      key={JSON.stringify(fix)}
      small
      onClick={() =>
        fix.kind === 'bringPhotos'
          ? session.open('photos')
          : editor.edit(applyFix(fix, library, editor.store.getState().towers))
      }
    >
      {fixText(fix, language, library)}
    </Button>
  ));
}
