import { compatibilityOf } from '../../data/compatibility';
import { setTraining } from '../../document/edits/project';
import { fittingModel, replaceModel } from '../../editor/building/fittingModel';
import { tableDialogWords } from '../../i18n/tables/tableDialog';
import { useServices, useWords } from '../services';

/** Takes the table that is looked at as the dataset; `withModel`: with a model that fits it in place of the open one. */
export function useTakeTable() {
  const { data, editor, runner, session, library, loadTemplates } = useServices();
  const words = useWords(tableDialogWords);
  return async (withModel: boolean): Promise<void> => {
    const name = data.store.getState().look?.file.name ?? '';
    const taken = await data.take();
    if (!taken.ok) return;
    const facts = data.store.getState().facts.find(({ id }) => id === taken.value);
    const model = withModel && facts ? fittingModel(facts, await loadTemplates(), library) : null;
    editor.edit(
      model === null ? setTraining({ dataset: taken.value }) : replaceModel(model, name.replace(/\.\w+$/, '')),
      null,
    );
    data.leave();
    session.open(null);
    session.show('training');
    const told = session.notify({
      tone: 'success',
      text: model === null ? words.isDataset(name) : words.isModel(name),
    });
    // A small table is trained before the message goes by itself, which would then lie over the results.
    const ended = runner.store.subscribe(({ phase }) => {
      if (phase !== 'training') return;
      session.dismiss(told);
      ended();
    });
  };
}

/** Would the open model learn from these facts? */
export function useFits() {
  const { editor } = useServices();
  return (facts: Parameters<typeof compatibilityOf>[2]): boolean => {
    const { plan, document } = editor.store.getState();
    return !('code' in compatibilityOf(plan, document.training, facts));
  };
}
