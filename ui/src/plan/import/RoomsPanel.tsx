// A room that was found by a click between walls: its outline, the gaps that were bridged, and making it a zone.
// Relies on Rust for the outline; the width of gaps that are bridged is the user's.
import { Button, InputNumber } from 'antd';
import { useEffect, useState } from 'react';
import { backend, toCallError } from '../../backend';
import { squareMetres } from '../../format';
import type { ApiError, Point, RoomView } from '../../ipc';
import { errorText } from '../../parts/fields';
import { attempt } from '../../state/actions';
import { useSettings } from '../../state/settings';
import { selectRows, useProject, useSelection, useView } from '../../state/store';
import { useWords } from '../../words';
import { asked, useAsking } from '../asking';
import { takeTool } from '../chrome/toolList';
import { areaOf } from '../geometry';
import { useRoom } from './room';

export function RoomsPanel() {
  const { what, points, count } = useAsking();
  const inHand = useView((view) => view.tool === 'rooms');
  const floor = useView((view) => view.floor);
  const [at] = points;
  useEffect(() => {
    if (!inHand) useRoom.setState({ room: null, all: null });
  }, [inHand]);
  if (!inHand || !floor) return null;
  return <Panel at={what === 'rooms' ? (at ?? null) : null} floor={floor} count={count} />;
}

const FIRST_GAP = 1200;
let lastGap = FIRST_GAP;

function Panel({ at, floor, count }: { at: Point | null; floor: string; count: number }) {
  const w = useWords();
  const language = useSettings((state) => state.language);
  const { room, all } = useRoom();
  const [gap, setGap] = useState(lastGap);
  const [error, setError] = useState<ApiError | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each click asks anew
  useEffect(() => {
    let over = false;
    lastGap = gap;
    useRoom.setState({ all: null });
    if (!at) return;
    backend()
      .call('room-at', { floor, at, gap })
      .then((found) => {
        if (over) return;
        useRoom.setState({ room: found });
        setError(null);
      })
      .catch((thrown: unknown) => {
        if (over) return;
        useRoom.setState({ room: null });
        setError(toCallError(thrown).api);
      });
    return () => {
      over = true;
    };
  }, [floor, at, gap, count]);
  const make = async (own: RoomView) => {
    const { overlap } = useView.getState();
    const changed = await attempt({
      type: 'draw-zone',
      floor,
      outline: own.outline,
      name: own.name,
      kind: 'place',
      overlap,
    });
    if (!changed) return;
    useRoom.setState({ room: null });
    asked();
    const [created] = changed.created;
    if (created) useSelection.setState({ row: created, corner: null });
  };
  const findAll = async () => {
    try {
      useRoom.setState({ room: null, all: await backend().call('rooms', { floor, gap }) });
      setError(null);
    } catch (thrown) {
      setError(toCallError(thrown).api);
    }
  };
  const makeAll = async (rooms: readonly RoomView[]) => {
    const zones = rooms.map(({ name, outline }) => ({ name, outline }));
    const target = { type: 'existing' as const, floor };
    const to_scale = useProject.getState().project?.tables.floor.get(floor)?.calibrated ?? true;
    const changed = await attempt({
      type: 'take-plan',
      name: String(zones.length),
      floors: [{ target, to_scale, elements: [], zones, underlays: [] }],
    });
    if (!changed) return;
    useRoom.setState({ room: null, all: null });
    asked();
    selectRows(changed.created.filter((row) => row.table === 'risk_zone'));
    takeTool('select');
  };
  return (
    <div className="ask-panel" data-testid="rooms-panel">
      <b>{room ? room.name || w.rooms.title : w.tools.rooms}</b>
      {error ? <p className="import-error">{errorText(error, language)}</p> : null}
      {room ? (
        <p className="faint" data-testid="rooms-found">
          {w.rooms.area(squareMetres(areaOf(room.outline)))} · {w.rooms.bridged(room.bridges.length)}
        </p>
      ) : null}
      {all ? (
        <p className="faint" data-testid="rooms-all-found">
          {w.rooms.found(all.length)}
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the number field stands in it */}
      <label>
        {w.rooms.gap}
        <InputNumber
          size="small"
          min={0}
          max={5000}
          step={100}
          value={gap}
          onChange={(value) => value !== null && setGap(value)}
          data-testid="rooms-gap"
        />
      </label>
      <div className="small-actions">
        {all && all.length > 0 ? (
          <Button size="small" type="primary" onClick={() => void makeAll(all)} data-testid="rooms-make-all">
            {w.rooms.makeAll(all.length)}
          </Button>
        ) : (
          <Button size="small" onClick={() => void findAll()} data-testid="rooms-all">
            {w.rooms.all}
          </Button>
        )}
        {room ? (
          <Button size="small" type="primary" onClick={() => void make(room)} data-testid="rooms-make">
            {w.rooms.make}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
