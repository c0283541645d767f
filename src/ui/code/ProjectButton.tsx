import { useState } from 'react';
import { runnable } from '../../compile/plan';
import { loadBuiltIn } from '../../data/builtIn';
import { isBuiltIn } from '../../data/catalogue';
import { done } from '../../document/result';
import { safeFileName } from '../../formats/file';
import { engineTroubleText } from '../../i18n/troubles/engineTrouble';
import { codeWords } from '../../i18n/panels/code';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { download } from '../kit/download';
import { bytesText } from '../../i18n/numbers';
import { storedSample } from './storedSample';

type Stage = 'collecting' | 'packing';

/** Packs the whole project: code, data, trained weights, and a sample with its answer for the project's test. */
export function ProjectButton() {
  const { editor, runner, data, session } = useServices();
  const words = useWords(codeWords);
  const language = useLanguage();
  const [stage, setStage] = useState<Stage | null>(null);

  const sampleOf = async (id: string) => {
    const dataset = isBuiltIn(id) ? await loadBuiltIn(id) : await data.load(id);
    return dataset && (await storedSample(editor.store.getState().plan, dataset, runner));
  };
  const pack = async () => {
    const { document, plan } = editor.store.getState();
    setStage('collecting');
    try {
      const { exportProject, zipProject } = await import('../../exporters/typescript/project');
      const { pageProjectSources } = await import('../../exporters/typescript/pageProjectSources');
      const trained = runnable(plan) ? await runner.weights() : done(null);
      if (!trained.ok) {
        session.notify({ tone: 'error', text: words.projectFailed(engineTroubleText(trained.error, language)) });
        return;
      }
      const weights = trained.value;
      const sample = weights === null ? null : await sampleOf(document.training.dataset);
      const files = exportProject({ document, plan, weights, sample, sources: await pageProjectSources() });
      setStage('packing');
      const zip = await zipProject(files, document.title);
      const name = `${safeFileName(document.title)}.zip`;
      download(name, new Blob([zip], { type: 'application/zip' }));
      const text = words.downloaded(name, bytesText(zip.length));
      session.notify({ tone: 'success', text: weights === null ? `${text} ${words.untrained}` : text });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      session.notify({ tone: 'error', text: words.projectFailed(reason) });
    } finally {
      setStage(null);
    }
  };
  return (
    <Button
      small
      tone="primary"
      icon="download"
      title={words.projectAbout}
      disabled={stage !== null}
      onClick={() => void pack()}
    >
      {stage === null ? words.project : words[stage]}
    </Button>
  );
}
