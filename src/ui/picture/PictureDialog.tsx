import { type RefObject, useMemo, useRef, useState } from 'react';
import { safeFileName } from '../../formats/file';
import { pictureWords } from '../../i18n/picture';
import { shellWords } from '../../i18n/shell';
import { Choice } from '../fields/Choice';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { Modal } from '../kit/Modal';
import { countText } from '../../i18n/numbers';
import { BoxesDrawing } from './BoxesDrawing';
import { ModelDrawing } from './ModelDrawing';
import { boxesOf } from './boxesOf';
import look from './PictureDialog.module.css';
import { modelPicture } from './modelPicture';
import { drawable, mostPixels } from './png';
import { backgrounds, formats, sizes, usePictureFile } from './usePictureFile';

const figureStyles = ['towers', 'boxes'] as const;
const shapeChoices = ['shown', 'left'] as const;

/** The model as a picture: options, a preview that is the picture itself, and the file. */
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
  const [style, setStyle] = useState<(typeof figureStyles)[number]>('towers');
  const [shapes, setShapes] = useState<(typeof shapeChoices)[number]>('shown');
  const towers = useMemo(() => modelPicture(document, plan, library), [document, plan, library]);
  const boxes = useMemo(() => boxesOf(plan, library), [plan, library]);
  const picture = style === 'towers' ? towers : boxes;
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
        <p className={look.note}>{words.empty}</p>
      </Modal>
    );
  const drawn = { title: words.preview(title), shapes: shapes === 'shown', ref: drawing };
  const options = [
    [words.style, figureStyles, style, setStyle, (each: string) => words[each as 'boxes']],
    [words.shapes, shapeChoices, shapes, setShapes, (each: string) => words[each as 'shown']],
    [words.format, formats, format, setFormat, (each: string) => words[each as 'svg' | 'png']],
    [words.size, sizes, size, setSize, (each: string) => each],
    [words.background, Object.keys(backgrounds), background, setBackground, (each: string) => words[each as 'white']],
  ] as const;
  return (
    <Modal title={words.title} about={words.about} size="wide">
      <div className={look.columns}>
        <div
          className={look.preview}
          data-palette={backgrounds[background].palette}
          data-background={background}
          style={{ background: backgrounds[background].color ?? undefined }}
        >
          {style === 'towers' ? (
            <ModelDrawing picture={towers} {...drawn} />
          ) : (
            <BoxesDrawing picture={boxes} {...drawn} />
          )}
        </div>
        <div className={look.form}>
          {options.map(([label, values, value, set, text]) => (
            <div key={label} className={look.option}>
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
          <p className={look.note}>
            {(format === 'png' ? words.pixels : words.vector)(count(width), count(height))}
            <br />
            {format === 'pdf' ? words.printed : `${words.file}: `}
            {format !== 'pdf' && <b>{name}</b>}
          </p>
          <output className={look.warning}>
            {tooLarge ? words.tooLarge(count(width), count(height), count(mostPixels.side)) : (file.problem ?? '')}
          </output>
          {file.done !== null && <progress className={look.progress} value={file.done} aria-label={words.saving} />}
          <div className={look.buttons}>
            {file.done !== null && <Button onClick={file.cancel}>{words.cancel}</Button>}
            <Button
              tone="primary"
              icon="download"
              disabled={tooLarge || file.done !== null}
              onClick={() =>
                void file.save({ name, title, format, width, height, background: backgrounds[background].color })
              }
            >
              {format === 'pdf' ? words.print : words.save}
            </Button>
          </div>
        </div>
      </div>
    </Modal>
  );
}
