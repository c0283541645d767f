import { useMemo } from 'react';
import { type TableNote, notesOf } from '../../data/tables/taking/notes';
import type { TableLook } from '../../editor/own/tableLook';

/** What is to be known of the table that is looked at. */
export const useNotes = ({ survey, choices }: TableLook): readonly TableNote[] =>
  useMemo(() => notesOf(survey, choices), [survey, choices]);
