import { useState } from 'react';
import type { Language } from '../../brick/brick';
import { packedExport } from '../../editor/run/packedExport';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { ExportTrouble } from '../../exporters/exportRefused';
import type { Exporter } from '../../exporters/exporter';
import { bytesText } from '../../i18n/numbers';
import { codeWords } from '../../i18n/panels/code';
import { engineTroubleText } from '../../i18n/troubles/engineTrouble';
import { exportTroubleText } from '../../i18n/troubles/exporting/exportTrouble';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { download } from '../kit/download';

type Stage = 'collecting' | 'packing';

/** Why nothing was packed; what is none of the engine's would bring advice about backends. */
function reasonOf(trouble: EngineTrouble | ExportTrouble, language: Language): string {
  if ('where' in trouble) return exportTroubleText(trouble, language);
  return trouble.code === 'failed' ? trouble.data.detail : engineTroubleText(trouble, language);
}

/** Packs the whole project of a target: code, data, trained weights, and a sample with its answer for its test. */
export function ProjectButton({ exporter }: { readonly exporter: Exporter }) {
  const services = useServices();
  const words = useWords(codeWords);
  const language = useLanguage();
  const [stage, setStage] = useState<Stage | null>(null);
  const pack = async () => {
    const { session } = services;
    setStage('collecting');
    const sources = async () => (await import('../../exporters/typescript/pageProjectSources')).pageProjectSources();
    const packed = await packedExport(exporter, { ...services, sources, language, packing: () => setStage('packing') });
    setStage(null);
    if (!packed.ok) {
      session.notify({ tone: 'error', text: words.projectFailed(reasonOf(packed.error, language)) });
      return;
    }
    const { file, trained } = packed.value;
    download(file.name, file);
    const text = words.downloaded(file.name, bytesText(file.size));
    session.notify({ tone: 'success', text: trained ? text : `${text} ${words.untrained}` });
  };
  return (
    <Button
      small
      tone="primary"
      icon="download"
      title={exporter.about[language]}
      disabled={stage !== null}
      onClick={() => void pack()}
    >
      {stage === null ? words.project : words[stage]}
    </Button>
  );
}
