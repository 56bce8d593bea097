// What end-to-end tests find on the window.
// Relies on `state/test-hooks.ts` to put it there. It changes nothing.
interface Window {
  siseTest?: {
    /** Where a place of the floor, in millimetres, is on the screen; `null` when no plan is shown. */
    worldToClient: (x: number, y: number) => { x: number; y: number } | null;
    /** The other way round. */
    clientToWorld: (x: number, y: number) => { x: number; y: number } | null;
    /** How often the file was committed to; -1 without a project. */
    revision: () => number;
    selection: () => { table: string; id: string } | null;
    /** How many calls are under way. */
    pending: () => number;
  };
}
