// The rooms that were found and are not zones yet: the one of a click, or all of the floor.
// Relies on the panel that asked for it. Nothing of it is stored.
import { create } from 'zustand';
import type { RoomView } from '../../ipc';

interface Found {
  room: RoomView | null;
  all: readonly RoomView[] | null;
}

export const useRoom = create<Found>(() => ({ room: null, all: null }));
