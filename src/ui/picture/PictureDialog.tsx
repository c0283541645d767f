import { type RefObject, useMemo, useRef, useState } from 'react';
import { safeFileName } from '../../formats/file';
import { pictureWords } from '../../i18n/picture';
import { shellWords } from '../../i18n/shell';
import { Choice } from '../fields/Choice';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { Modal } from '../kit/Modal';
import { countText } from '../../i18n/numbers';
import { ModelDrawing } from './ModelDrawing';
import styles from './PictureDialog.module.css';
import { modelPicture } from './modelPicture';
import { drawable, mostPixels } from './png';
import { backgrounds, formats, sizes, usePictureFile } from './usePictureFile';

/** The canvas as a picture: options, a preview that is the picture itself, and the file. */
export default function PictureDialog() {
  const { library } = useServices();
  const words = useWords(pictureWords);
  const { untitled } = useWords(shellWords);
  const language = useLanguage();
  const document = useEditor((state) => state.document);
  const plan = useEditor((state) => state.plan);
  const drawing = useRef<SVGSVGElement>(null);
  const [format, setFormat] = useState<(typeof formats)[number]>('svg');
  const [size, setSize] = useState<(typeof sizes)[number]>('2×');
  const [background, setBackground] = useState<keyof typeof backgrounds>('white');
  const picture = useMemo(() => modelPicture(document, plan, library), [document, plan, library]);
  const scale = size === '2×' ? 2 : 1;
  const [width, height] = [picture.width * scale, picture.height * scale];
  const title = plan.title === '' ? untitled : plan.title;
  const name = `${safeFileName(title)}${format === 'png' && scale === 2 ? '@2x' : ''}.${format}`;
  const file = usePictureFile(drawing as RefObject<SVGSVGElement>);
  const count = (value: number) => countText(value, language);
  const tooLarge = format === 'png' && !drawable(width, height);
  if (picture.width === 0)
    return (
      <Modal title={words.title} size="narrow">
        <p className={styles.note}>{words.empty}</p>
      </Modal>
    );
  const options = [
    [words.format, formats, format, setFormat, (each: string) => words[each as 'svg' | 'png']],
    [words.size, sizes, size, setSize, (each: string) => each],
    [words.background, Object.keys(backgrounds), background, setBackground, (each: string) => words[each as 'white']],
  ] as const;
  return (
    <Modal title={words.title} about={words.about} size="wide">
      <div className={styles.columns}>
        <div
          className={styles.preview}
          data-palette={backgrounds[background].palette}
          data-background={background}
          style={{ background: backgrounds[background].color ?? undefined }}
        >
          <ModelDrawing picture={picture} title={words.preview(title)} ref={drawing} />
        </div>
        <div className={styles.form}>
          {options.map(([label, values, value, set, text]) => (
            <div key={label} className={styles.option}>
              <span>{label}</span>
              <Choice
                options={values}
                value={value}
                label={label}
                text={text}
                onValue={set as (value: string) => void}
              />
            </div>
          ))}
          <p className={styles.note}>
            {(format === 'svg' ? words.vector : words.pixels)(count(width), count(height))}
            <br />
            {words.file}: <b>{name}</b>
          </p>
          <output className={styles.warning}>
            {tooLarge ? words.tooLarge(count(width), count(height), count(mostPixels.side)) : (file.problem ?? '')}
          </output>
          {file.done !== null && <progress className={styles.progress} value={file.done} aria-label={words.saving} />}
          <div className={styles.buttons}>
            {file.done !== null && <Button onClick={file.cancel}>{words.cancel}</Button>}
            <Button
              tone="primary"
              icon="download"
              disabled={tooLarge || file.done !== null}
              onClick={() =>
                void file.save({ name, title, format, width, height, background: backgrounds[background].color })
              }
            >
              {words.save}
            </Button>
          </div>
        </div>
      </div>
    </Modal>
  );
}
