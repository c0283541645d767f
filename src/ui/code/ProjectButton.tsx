import { useState } from 'react';
import { packedExport } from '../../editor/run/packedExport';
import type { Exporter } from '../../exporters/exporter';
import { bytesText } from '../../i18n/numbers';
import { codeWords } from '../../i18n/panels/code';
import { engineTroubleText } from '../../i18n/troubles/engineTrouble';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { download } from '../kit/download';

type Stage = 'collecting' | 'packing';

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
    const packed = await packedExport(exporter, { ...services, sources, packing: () => setStage('packing') });
    setStage(null);
    if (!packed.ok) {
      const { error } = packed;
      // What is none of the engine's: its advice about backends would be about nothing.
      const reason = error.code === 'failed' ? error.data.detail : engineTroubleText(error, language);
      session.notify({ tone: 'error', text: words.projectFailed(reason) });
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
