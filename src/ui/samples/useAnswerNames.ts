import { predictionWords } from '../../i18n/panels/prediction';
import { useEditor, useWords } from '../services';
import { useClassNames } from './useClassNames';
import { useFacts } from './useFacts';
import { answersImagenet } from '../../compile/nested/imagenetOutput';
import { useImagenetNames } from './useImagenetNames';

/** The word of a class, by how many values the output has: ImageNet's, the dataset's, else its number. */
export function useAnswerNames(): (units: number) => (index: number) => string {
  const words = useWords(predictionWords);
  const target = useFacts(useEditor((state) => state.document.training.dataset))?.target;
  const className = useClassNames();
  const imagenet = useEditor(({ plan }) => plan.outputs.some((output) => answersImagenet(plan, output)));
  const names = useImagenetNames(imagenet);
  const classes = target?.kind === 'classes' ? target.classes : 0;
  return (units) => (index) => {
    if (imagenet && units === 1000) return (Array.isArray(names) && names[index]) || words.other(index);
    return classes === units || (classes === 2 && units === 1) ? className(index) : words.other(index);
  };
}
