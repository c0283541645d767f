import type { AnyBrick } from '../../../brick/brick';
import { BoxDrawing } from './BoxDrawing';
import { CellsDrawing } from './CellsDrawing';
import { ChainDrawing } from './ChainDrawing';
import { CurveDrawing } from './CurveDrawing';
import { LinksDrawing } from './LinksDrawing';
import { MergeDrawing } from './MergeDrawing';
import { NoiseDrawing } from './NoiseDrawing';
import { NormalDrawing } from './NormalDrawing';
import { PictureDrawing } from './PictureDrawing';
import { RepeatedDrawing } from './RepeatedDrawing';
import { SharesDrawing } from './SharesDrawing';
import { SlidingDrawing } from './SlidingDrawing';
import { SpreadDrawing } from './SpreadDrawing';
import { StackDrawing } from './StackDrawing';
import { EncodingDrawing, MaskedDrawing, TableDrawing } from './TableDrawing';
import { type Params, textOf } from '../readParams';
import { sceneOf } from '../scenes/scenes';
import type { Subject } from '../subject';

interface DrawingProps {
  readonly subject: Subject;
  /** The window slides by itself, unless the system asks for reduced motion. */
  readonly autoplay: boolean;
}

/** What a brick does to a small picture or vector, drawn from its own rule and numbers. */
export function Drawing({ subject, autoplay }: DrawingProps) {
  const { brick } = subject;
  const { category, drawing } = brick;
  const scene = sceneOf(subject);
  switch (scene.kind) {
    case 'sliding': {
      // Other axes have other positions: the player starts anew.
      const key = `${scene.rows.outputs} ${scene.columns.outputs}`;
      return <SlidingDrawing key={key} scene={scene} category={category} autoplay={autoplay} />;
    }
    case 'spreading':
      return (
        <SpreadDrawing
          scene={scene}
          category={category}
          autoplay={autoplay}
          manner={mannerOf(drawing, subject.params)}
        />
      );
    case 'links':
      return <LinksDrawing scene={scene} category={category} />;
    case 'cells':
      return <CellsDrawing scene={scene} category={category} />;
    case 'merge':
      return <MergeDrawing scene={scene} category={category} />;
    case 'curve':
      return <CurveDrawing scene={scene} category={category} />;
    case 'shares':
      return <SharesDrawing scene={scene} category={category} />;
    case 'noise':
      return <NoiseDrawing subject={subject} />;
    case 'normal':
      return <NormalDrawing drawing={drawing} epsilon={scene.epsilon} category={category} />;
    case 'chain':
      return <ChainDrawing scene={scene} category={category} />;
    case 'lookup':
      return <TableDrawing scene={scene} category={category} />;
    case 'encoding':
      return <EncodingDrawing scene={scene} category={category} />;
    case 'masked':
      return <MaskedDrawing value={scene.value} category={category} />;
    case 'picture':
      return <PictureDrawing scene={scene} category={category} />;
    case 'stack':
      return <StackDrawing scene={scene} category={category} />;
    case 'repeated':
      return (
        <>
          <RepeatedDrawing scene={scene} category={category} />
          <Drawing subject={scene.inner} autoplay={autoplay} />
        </>
      );
    case 'box':
      return <BoxDrawing shape={scene.shape} category={category} />;
  }
}

function mannerOf(drawing: AnyBrick['drawing'], params: Params): 'spreading' | 'repeating' | 'blending' {
  if (drawing !== 'enlarging') return 'spreading';
  return textOf(params, 'interpolation', 'nearest') === 'nearest' ? 'repeating' : 'blending';
}
