// Whether the import dialog is open.
// Relies on the dialog to do the rest.
import { create } from 'zustand';

export const useImport = create<{ open: boolean }>(() => ({ open: false }));
