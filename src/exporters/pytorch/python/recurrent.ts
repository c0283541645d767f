import type { PythonPart } from './part';

const recurrent: PythonPart = {
  name: 'Recurrent',
  text: `class Recurrent(nn.Module):
    """Goes through [batch, steps, features] as Keras's recurrent layers do.

    A step that the mask [batch, steps] leaves out keeps state and output; with \`zero_masked\` its
    output is 0. The dropout masks are the same for all steps. Weights have Keras's shapes.
    """

    gates = 1
    states = 1

    def __init__(
        self,
        features: int,
        units: int,
        *,
        activation: Activation = torch.tanh,
        gate_activation: Activation = torch.sigmoid,
        bias: bool = True,
        return_sequences: bool = False,
        go_backwards: bool = False,
        dropout: float = 0.0,
        recurrent_dropout: float = 0.0,
    ) -> None:
        super().__init__()
        self.units, self.activation, self.gate_activation = units, activation, gate_activation
        self.return_sequences, self.go_backwards = return_sequences, go_backwards
        self.dropout, self.recurrent_dropout = dropout, recurrent_dropout
        self.zero_masked = False
        width = self.gates * units
        self.kernel = nn.Parameter(torch.empty(features, width))
        self.recurrent_kernel = nn.Parameter(torch.empty(units, width))
        self.bias = nn.Parameter(torch.zeros(self.bias_shape(width))) if bias else None

    def bias_shape(self, width: int) -> tuple[int, ...]:
        return (width,)

    def input_bias(self) -> Tensor | None:
        return self.bias

    def cell(self, x: Tensor, states: list[Tensor], keep: Tensor | None) -> list[Tensor]:
        """One step: the projected input and the states give the new states, the output first."""
        raise NotImplementedError

    def forward(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        if self.training and self.dropout > 0:
            x = x * F.dropout(torch.ones_like(x[:, :1]), self.dropout)
        start = x.new_zeros(len(x), self.units)
        keep = None
        if self.training and self.recurrent_dropout > 0:
            keep = F.dropout(torch.ones_like(start), self.recurrent_dropout)
        projected = x @ self.kernel
        bias = self.input_bias()
        if bias is not None:
            projected = projected + bias
        steps = range(x.shape[1])
        states = [start] * self.states
        outputs = []
        for step in reversed(steps) if self.go_backwards else steps:
            after = self.cell(projected[:, step], states, keep)
            output = after[0]
            if mask is not None:
                seen = mask[:, step].unsqueeze(-1)
                pairs = zip(after, states, strict=True)
                after = [torch.where(seen, new, old) for new, old in pairs]
                output = torch.where(seen, output, 0.0) if self.zero_masked else after[0]
            states = after
            outputs.append(output)
        return torch.stack(outputs, dim=1) if self.return_sequences else outputs[-1]


def dropped(state: Tensor, keep: Tensor | None) -> Tensor:
    """The state without what the dropout of this batch leaves out."""
    return state if keep is None else state * keep
`,
};

export const simpleRnn: PythonPart = {
  name: 'SimpleRNN',
  uses: [recurrent],
  text: `class SimpleRNN(Recurrent):
    """Keras's SimpleRNN."""

    def cell(self, x: Tensor, states: list[Tensor], keep: Tensor | None) -> list[Tensor]:
        return [self.activation(x + dropped(states[0], keep) @ self.recurrent_kernel)]
`,
};

export const lstm: PythonPart = {
  name: 'LSTM',
  uses: [recurrent],
  text: `class LSTM(Recurrent):
    """Keras's LSTM; gates in the order input, forget, candidate, output."""

    gates = 4
    states = 2

    def cell(self, x: Tensor, states: list[Tensor], keep: Tensor | None) -> list[Tensor]:
        state, carry = states
        inner = x + dropped(state, keep) @ self.recurrent_kernel
        put, forget, candidate, output = inner.chunk(4, dim=1)
        gate = self.gate_activation
        carry = gate(forget) * carry + gate(put) * self.activation(candidate)
        return [gate(output) * self.activation(carry), carry]
`,
};

export const gru: PythonPart = {
  name: 'GRU',
  uses: [recurrent],
  text: `class GRU(Recurrent):
    """Keras's GRU; gates in the order update, reset, candidate.

    With \`reset_after\` the reset gate works on the product with the recurrent kernel, which then
    has a bias of its own: the second row of \`bias\`.
    """

    gates = 3

    def __init__(self, *sizes: int, reset_after: bool = True, **settings: Any) -> None:
        self.reset_after = reset_after
        super().__init__(*sizes, **settings)

    def bias_shape(self, width: int) -> tuple[int, ...]:
        return (2, width) if self.reset_after else (width,)

    def input_bias(self) -> Tensor | None:
        return self.bias[0] if self.reset_after and self.bias is not None else self.bias

    def cell(self, x: Tensor, states: list[Tensor], keep: Tensor | None) -> list[Tensor]:
        (state,) = states
        seen = dropped(state, keep)
        x_update, x_reset, x_new = x.chunk(3, dim=1)
        gate = self.gate_activation
        if self.reset_after:
            inner = seen @ self.recurrent_kernel
            if self.bias is not None:
                inner = inner + self.bias[1]
            update, reset, new = inner.chunk(3, dim=1)
            candidate = self.activation(x_new + gate(x_reset + reset) * new)
        else:
            gates, last = self.recurrent_kernel.split([2 * self.units, self.units], dim=1)
            update, reset = (seen @ gates).chunk(2, dim=1)
            candidate = self.activation(x_new + (gate(x_reset + reset) * seen) @ last)
        update = gate(x_update + update)
        return [update * state + (1 - update) * candidate]
`,
};

export const bidirectional: PythonPart = {
  name: 'Bidirectional',
  uses: [recurrent],
  text: `class Bidirectional(nn.Module):
    """One layer reads the sequence forwards, one backwards; their outputs are merged."""

    def __init__(
        self, forward_layer: Recurrent, backward_layer: Recurrent, merge: str = "concat"
    ) -> None:
        super().__init__()
        self.forward_layer, self.backward_layer, self.merge = forward_layer, backward_layer, merge
        backward_layer.go_backwards = not forward_layer.go_backwards
        for layer in (forward_layer, backward_layer):
            layer.zero_masked = layer.return_sequences

    def forward(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        one, other = self.forward_layer(x, mask), self.backward_layer(x, mask)
        if self.backward_layer.return_sequences:
            other = other.flip(1)
        if self.merge == "concat":
            return torch.cat([one, other], dim=-1)
        if self.merge == "mul":
            return one * other
        return one + other if self.merge == "sum" else (one + other) / 2
`,
};

export const perStep: PythonPart = {
  name: 'per_step',
  text: `def per_step(
    layer: Callable[..., Tensor],
    x: Tensor,
    mask: Tensor | None = None,
    *,
    one_by_one: bool = False,
) -> Tensor:
    """Keras's TimeDistributed: the same layer for every step of [batch, steps, ...].

    \`one_by_one\`: step after step, because the layer keeps statistics of what it sees.
    """
    if one_by_one:
        masks = [()] * x.shape[1] if mask is None else [(seen,) for seen in mask.unbind(1)]
        pairs = zip(x.unbind(1), masks, strict=True)
        return torch.stack([layer(value, *seen) for value, seen in pairs], dim=1)
    seen = () if mask is None else (mask.flatten(0, 1),)
    return layer(x.flatten(0, 1), *seen).unflatten(0, x.shape[:2])
`,
};
