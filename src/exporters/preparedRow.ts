import type { Dataset } from '../data/dataset';

/** Does a row of the data have cells that are prepared, rather than numbers that are taken as they are? */
export const preparesRows = (dataset: Pick<Dataset, 'preparation'> | null): boolean =>
  dataset?.preparation !== undefined;

/** What `prepared` of Python imports. */
export const preparedModules = ['csv', 'datetime'] as const;

/** Python: a row of a table as the editor prepares it, a list of numbers; `columns` is the data's `preparation`. */
export const preparedRowText = `def prepared(text, columns):
    """A row of the table, cells with commas between them, as the data were prepared."""
    cells = [cell.strip() for cell in next(csv.reader([text], skipinitialspace=True))]
    if len(cells) != len(columns):
        names = ", ".join(column["name"] for column in columns)
        raise ValueError(f"a row has {len(columns)} cells: {names}")
    row = []
    for cell, column in zip(cells, columns):
        missing = cell in ("", "NA", "NaN", "nan", "?")
        if column["kind"] == "category":
            known, fill = column["categories"], column["fill"]
            place = fill if missing else known.index(cell) if cell in known else -1
            row += [float(place == at) for at in range(max(len(known), fill + 1))]
            continue
        if missing:
            value = column["fill"]
        elif column["kind"] == "date":
            begin = datetime.datetime(1970, 1, 1)
            value = (datetime.datetime.fromisoformat(cell) - begin).total_seconds()
            value /= 86400
        else:
            value = float(cell)
        row.append((value - column["mean"]) / column["deviation"])
    return row`;
