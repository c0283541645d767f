import { Tabs } from 'radix-ui';
import { useMemo, useState } from 'react';
import { toKeras } from '../../exporters/keras/keras';
import { runnable } from '../../compile/plan';
import { toTypeScript } from '../../exporters/typescript/typescript';
import { safeFileName } from '../../formats/file';
import { codeWords } from '../../i18n/panels/code';
import { useEditor, useWords } from '../services';
import { Button } from '../kit/Button';
import { useCopy } from '../kit/useCopy';
import { PanelFrame } from '../kit/PanelFrame';
import { download } from '../kit/download';
import styles from './CodePanel.module.css';
import tabs from '../kit/Tabs.module.css';
import { ProjectButton } from './ProjectButton';
import { highlighted } from './highlighted';

const targets = {
  typescript: { language: 'typescript', file: () => 'model.ts', type: 'text/typescript' },
  keras: { language: 'python', file: (title: string) => `${safeFileName(title)}.py`, type: 'text/x-python' },
} as const;
type Target = keyof typeof targets;

/** The model as code that runs elsewhere, following every change. */
export default function CodePanel() {
  const words = useWords(codeWords);
  const plan = useEditor((state) => state.plan);
  const training = useEditor((state) => state.document.training);
  const [target, setTarget] = useState<Target>('typescript');
  const { language, file, type } = targets[target];
  const code = useMemo(
    () => (target === 'typescript' ? toTypeScript(plan) : toKeras(plan, training)),
    [target, plan, training],
  );
  const lines = useMemo(() => highlighted(code, language), [code, language]);
  const copy = useCopy(words);
  const tools = (
    <>
      <Tabs.List className={tabs.tabs} aria-label={words.code}>
        <Tabs.Trigger value="typescript">{words.typescript}</Tabs.Trigger>
        <Tabs.Trigger value="keras">{words.keras}</Tabs.Trigger>
      </Tabs.List>
      {!runnable(plan) && <p className={styles.incomplete}>{words.incomplete}</p>}
      <span className={styles.space} />
      <Button small icon="copy" onClick={() => void copy(code)}>
        {words.copy}
      </Button>
      <Button small icon="download" onClick={() => download(file(plan.title), new Blob([code], { type }))}>
        {words.download(target === 'typescript' ? '.ts' : '.py')}
      </Button>
      <ProjectButton />
    </>
  );
  return (
    <Tabs.Root className={styles.root} value={target} onValueChange={(value) => setTarget(value as Target)}>
      <PanelFrame title={words.code} tools={tools}>
        {/* The tab's panel has the focus and scrolls by keyboard. */}
        <Tabs.Content value={target} className={styles.content} aria-label={words.codeOf(words[target])}>
          <pre className={styles.code}>
            <code>{lines}</code>
          </pre>
        </Tabs.Content>
      </PanelFrame>
    </Tabs.Root>
  );
}
