import { useState } from 'react';
import { packedExport } from '../../editor/run/exporting/packedExport';
import type { Exporter } from '../../exporters/exporter';
import { bytesText } from '../../i18n/numbers';
import { codeWords } from '../../i18n/panels/code';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { download } from '../kit/download';
import { leavingText } from './leavingText';
import { pageSources } from './pageSources';

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
    const packed = await packedExport(exporter, {
      ...services,
      sources: pageSources,
      language,
      packing: () => setStage('packing'),
    });
    setStage(null);
    if (!packed.ok) {
      session.notify({ tone: 'error', text: (now) => codeWords[now].projectFailed(leavingText(packed.error, now)) });
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
