import { useEffect, useMemo, useRef, useState } from 'react';
import type { WeightsSource } from '../../brick/layers/weightsSources';
import { choice } from '../../brick/fields';
import { type AnyTemplate, initialOptions, titleOf } from '../../document/template';
import { templateSources } from '../../document/publishedWeights';
import { galleryWords } from '../../i18n/gallery';
import { DocumentPicture } from '../brick/DocumentPicture';
import { IssueList } from '../problems/IssueList';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { countText } from '../../i18n/numbers';
import styles from './Gallery.module.css';
import { TemplateOption } from './TemplateOption';
import { startIssue, templatePreview } from './templatePreview';

interface TemplateOptionsProps {
  readonly template: AnyTemplate;
  readonly onBack: () => void;
  readonly onOpen: (options: Readonly<Record<string, unknown>>, weights: WeightsSource) => void;
}

/** The options of a template; the picture and the counts beside them follow at once. */
export function TemplateOptions({ template, onBack, onOpen }: TemplateOptionsProps) {
  const { library } = useServices();
  const words = useWords(galleryWords);
  const language = useLanguage();
  const initial = useMemo<Readonly<Record<string, unknown>>>(() => initialOptions(template), [template]);
  const [options, setOptions] = useState(initial);
  const sources = templateSources(template);
  const [weights, setWeights] = useState<WeightsSource>('random');
  const trouble = startIssue(template, options, weights, language);
  const form = useRef<HTMLFormElement>(null);
  // The card that was pressed is gone: Enter once more opens the template as it is.
  useEffect(() => form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus(), []);
  const preview = useMemo(() => templatePreview(template, library, options), [template, library, options]);
  const prepared = template.architecture?.preprocessing;
  const facts = [
    [words.input, preview.input],
    [words.output, preview.output],
    [words.layers(preview.layers), words.parameters(countText(preview.parameters, language))],
    ...(prepared ? [[words.preprocessing, words[prepared]] as const] : []),
  ] as const;
  return (
    <div className={styles.chosen}>
      <div>
        <div className={styles.large}>
          <DocumentPicture document={preview.document} library={library} title={titleOf(template, language)} />
        </div>
        <p className={styles.about}>{template.about[language]}</p>
        {template.paper !== undefined && (
          <p className={styles.facts}>
            {words.paper}:{' '}
            <a href={template.paper} target="_blank" rel="noreferrer">
              {template.paper}
            </a>
          </p>
        )}
      </div>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onOpen(options, weights);
        }}
      >
        {Object.entries(template.options).map(([name, field]) => (
          <TemplateOption
            key={name}
            name={name}
            about={template.optionWords[language][name]!}
            field={field}
            value={options[name]}
            onValue={(value) => setOptions((before) => ({ ...before, [name]: value }))}
          />
        ))}
        {sources.length > 1 && (
          <TemplateOption
            name="weights"
            about={words.weights}
            field={choice(sources, 'random')}
            value={weights}
            onValue={(value) => setWeights(value as WeightsSource)}
          />
        )}
        <dl className={styles.list}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <IssueList
          issues={[...(trouble ? [trouble] : []), ...preview.issues.map((issue) => ({ ...issue, fixes: [] }))]}
        />
        <div className={styles.buttons}>
          <Button onClick={onBack} icon="left">
            {words.back}
          </Button>
          <Button tone="primary" type="submit" disabled={trouble !== null}>
            {words.open}
          </Button>
        </div>
      </form>
    </div>
  );
}
