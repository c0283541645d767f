import { doFix } from '../../editor/commands/doFix';
import type { Fix } from '../../document/fix';
import { fixText } from '../../i18n/troubles/mistakes/fixText';
import { useLanguage, useServices } from '../services';
import { Button } from '../kit/Button';

/** A button for each way out. */
export default function FixButtons({ fixes }: { readonly fixes: readonly Fix[] }) {
  const services = useServices();
  const language = useLanguage();
  return fixes.map((fix) => (
    <Button key={JSON.stringify(fix)} small onClick={() => void doFix(fix, { ...services, language })}>
      {fixText(fix, language, services.library)}
    </Button>
  ));
}
