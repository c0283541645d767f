/** What `train.py` does where the best weights are wanted at the end. */
export const bestText = `def improves(history: Curves) -> bool:
    """Is the last epoch the best, by more than min_delta?"""
    rule = settings.EARLY_STOPPING
    best, last = None, None
    for epoch, row in enumerate(history):
        value = row.get(rule["monitor"])
        if value is None:
            return False
        gain = 0.0 if best is None else value - best
        if not rule["monitor"].endswith("accuracy"):
            gain = -gain
        if best is None or gain > rule["min_delta"]:
            best, last = value, epoch
    return last == len(history) - 1


`;

export const remembers = `        if improves(history[done:]):
            best = {name: value.clone() for name, value in model.state_dict().items()}
`;

export const returns = `    if best is not None:
        model.load_state_dict(best)
        keep(model, optimizer, history, tuned)
`;
