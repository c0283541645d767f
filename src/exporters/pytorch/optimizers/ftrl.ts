import type { TorchOptimizer } from './torchOptimizer';

export const ftrl: TorchOptimizer = {
  name: 'Ftrl',
  text: `class Ftrl(KerasOptimizer):
    """Follow the regularized leader."""

    slots = ("accumulator", "linear")

    def start(self, settings: dict[str, float], slot: str) -> float:
        return settings["initial_accumulator_value"] if slot == "accumulator" else 0.0

    def move(self, gradient: Tensor, state: dict[str, Any], settings: dict[str, float]) -> Tensor:
        weight, rate, power = self.weight, settings["lr"], -settings["learning_rate_power"]
        accumulator, linear = state["accumulator"], state["linear"]
        before = accumulator**power
        raised = accumulator.add_(gradient.square()) ** power
        shrinkage = 2 * settings["l2_shrinkage_regularization_strength"]
        linear.add_(gradient + shrinkage * weight - (raised - before) / rate * weight)
        l1, l2 = settings["l1_regularization_strength"], settings["l2_regularization_strength"]
        quadratic = raised / rate + 2 * l2 + settings["beta"] / rate
        return weight - (linear.clamp(-l1, l1) - linear) / quadratic
`,
};
