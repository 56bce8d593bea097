// The room that was found and is not a zone yet.
// Relies on the panel that asked for it. Nothing of it is stored.
import { create } from 'zustand';
import type { RoomView } from '../../ipc';

export const useRoom = create<{ room: RoomView | null }>(() => ({ room: null }));
