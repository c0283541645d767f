/** Part of `train.py`: what can be given to it. */
export const commandLine = (thaws: boolean): string => `def count(text: str) -> int:
    """A whole number of 1 or more."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a whole number of 1 or more, not {text}")
    return int(text)


def rate(text: str) -> float:
    """A number above 0."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"a number above 0, not {text}")
    return value


def command_line() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Trains the model; what it learns is kept in trained/."
    )
    usual = f"{settings.LEARNING_RATE}; a tenth of it with --fine-tune"
    option = parser.add_argument
    option("--epochs", type=count, help=f"times through the data ({settings.EPOCHS})")
    option("--batch-size", type=count, help=f"samples at a time ({settings.BATCH_SIZE})")
    option("--learning-rate", type=rate, help=f"how far each step goes ({usual})")
    option("--data", help="photos, a folder per class, or an .npz file (data/data.npz)")
    start = parser.add_mutually_exclusive_group().add_argument
    start("--resume", action="store_true", help="go on from trained/, up to --epochs")
    tunes = "train on from trained/, slowly${thaws ? ' and with frozen layers thawed' : ''}"
    start("--fine-tune", action="store_true", help=tunes)
    start("--fresh", action="store_true", help="start from new weights")
    return parser
`;
