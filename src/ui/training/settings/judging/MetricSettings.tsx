import { fittingMetrics, resolvedLosses } from '../../../../compile/fittingLoss';
import { setTraining } from '../../../../document/edits/project';
import { fitsMetric, metrics } from '../../../../document/training/metrics';
import { trainingWords } from '../../../../i18n/panels/training';
import { useEditor, useServices, useWords } from '../../../services';
import { SettingRow } from '../SettingRow';
import styles from './MetricSettings.module.css';

/** What is measured besides the loss: those metrics that say something of one of the outputs. */
export function MetricSettings() {
  const { editor } = useServices();
  const words = useWords(trainingWords);
  const plan = useEditor((state) => state.plan);
  const training = useEditor((state) => state.document.training);
  const chosen = training.metrics;
  const heads = resolvedLosses(plan, training);
  const fits = (metric: (typeof metrics)[number]) =>
    heads.some(({ output, loss }) => fitsMetric(metric, loss, plan.shapes[output]?.at(-1) ?? 1));
  const offered = metrics.filter((metric) => heads.length === 0 || fits(metric) || chosen.includes(metric));
  const auto = [...new Set(heads.flatMap(({ loss }) => fittingMetrics(loss)))].join(', ');
  const take = (metric: (typeof metrics)[number], on: boolean) =>
    editor.edit(setTraining({ metrics: metrics.filter((each) => (each === metric ? on : chosen.includes(each))) }));
  return (
    <SettingRow label={words.metrics} wide>
      <details className={styles.metrics}>
        <summary aria-label={`${words.metrics}: ${chosen.join(', ') || words.autoMetrics(auto)}`}>
          {chosen.join(', ') || words.autoMetrics(auto)}
        </summary>
        <ul>
          {offered.map((metric) => (
            <li key={metric}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(metric)}
                  onChange={({ target }) => take(metric, target.checked)}
                />
                {metric}
              </label>
            </li>
          ))}
        </ul>
      </details>
    </SettingRow>
  );
}
