import { useMemo, useState } from 'react';
import { compile } from '../../compile/compile';
import { firstHead, headEdit, lossOf, pictureData, trunkFor } from '../../editor/building/newHead';
import { useFacts } from '../samples/useFacts';
import { useEditor, useServices } from '../services';

/** The head that is being made: its settings, the edit that puts it on, and the plan that this gives. */
export function useNewHead() {
  const { library } = useServices();
  const document = useEditor((state) => state.document);
  const plan = useEditor((state) => state.plan);
  const towers = useEditor((state) => state.towers);
  const dataset = pictureData(useFacts(document.training.dataset), plan);
  const [head, setHead] = useState(() => firstHead(dataset));
  const [pretrained, setPretrained] = useState(true);
  const trunk = useMemo(() => trunkFor(document, plan, library), [document, plan, library]);
  const edit = useMemo(
    () => headEdit(head, trunk, pretrained, { plan, towers, library }),
    [head, trunk, pretrained, plan, towers, library],
  );
  const after = useMemo(() => compile(edit(document), library), [edit, document, library]);
  return {
    head,
    setHead,
    trunk: trunk.name,
    edit,
    after,
    ...lossOf(head),
    /** Null where the chosen dataset is not for this model. */
    dataset,
    /** What is at random can start from published weights instead. */
    start: trunk.pretrained && { pretrained, setPretrained },
  };
}
