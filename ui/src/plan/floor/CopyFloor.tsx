// A new floor like one that is there: any floor serves as a template, and of it only what is wanted.
// Relies on Rust to copy; the new floor comes up when it is there.
import { Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { CopyFloor as Command } from '../../ipc';
import { attempt } from '../../state/actions';
import { floorsOf, useBuildings, useTable } from '../../state/rows';
import { useView } from '../../state/store';
import { useWords } from '../../words';

const useOpen = create<{ floor: string | null }>(() => ({ floor: null }));

export function openCopyFloor(floor: string): void {
  useOpen.setState({ floor });
}

const PARTS = ['elements', 'zones', 'underlays', 'points'] as const;

export function CopyFloor() {
  const floor = useOpen((state) => state.floor);
  return floor ? <Open key={floor} first={floor} /> : null;
}

function Open({ first }: { first: string }) {
  const w = useWords();
  const floors = useTable('floor');
  const buildings = useBuildings();
  const start = floors.get(first);
  const [wanted, setWanted] = useState<Command>({
    floor: first,
    name: '',
    storey: 1,
    building: start?.building_id ?? null,
    elements: true,
    zones: true,
    underlays: false,
    points: false,
  });
  const { building } = wanted;
  // The next storey of the building that it goes to.
  useEffect(() => {
    const storey = Math.max(0, ...floorsOf(floors, building).map((own) => own.storey)) + 1;
    setWanted((old) => ({ ...old, storey, name: `${storey}F` }));
  }, [building, floors]);
  const close = () => useOpen.setState({ floor: null });
  const set = (part: Partial<Command>) => setWanted((old) => ({ ...old, ...part }));
  const go = async () => {
    const changed = await attempt({ type: 'copy-floor', ...wanted, name: wanted.name.trim() });
    const created = changed?.created.find((row) => row.table === 'floor');
    if (!created) return;
    close();
    useView.setState({ floor: created.id });
  };
  const nameOf = (id: string | null) => buildings.find((own) => own.id === id)?.name ?? w.floor.generalPlan;
  return (
    <Modal
      open
      width={430}
      title={w.floors.copy}
      onCancel={close}
      onOk={() => void go()}
      okText={w.floors.copyGo}
      cancelText={w.common.cancel}
      okButtonProps={{ 'data-testid': 'copy-floor-go', disabled: wanted.name.trim() === '' }}
    >
      <Form layout="vertical" size="middle" data-testid="copy-floor">
        <Form.Item label={w.floors.template}>
          <Select
            value={wanted.floor}
            onChange={(floor: string) => set({ floor })}
            options={[...floors.values()].map((own) => ({
              value: own.id,
              label: `${nameOf(own.building_id)} ${own.name}`,
            }))}
            showSearch={{ optionFilterProp: 'label' }}
            data-testid="copy-floor-template"
          />
        </Form.Item>
        <Form.Item label={w.floors.building}>
          <Select
            value={wanted.building}
            onChange={(own: string) => set({ building: own })}
            options={buildings.map((own) => ({ value: own.id, label: own.name }))}
            data-testid="copy-floor-building"
          />
        </Form.Item>
        <div className="small-form two">
          <Form.Item label={w.importing.floorName}>
            <Input
              value={wanted.name}
              onChange={(event) => set({ name: event.target.value })}
              data-testid="copy-floor-name"
            />
          </Form.Item>
          <Form.Item label={w.floor.storey}>
            <InputNumber
              value={wanted.storey}
              precision={0}
              onChange={(storey) => storey !== null && set({ storey })}
              data-testid="copy-floor-storey"
            />
          </Form.Item>
        </div>
        <Form.Item label={w.floors.parts}>
          {PARTS.map((part) => (
            <Checkbox
              key={part}
              checked={wanted[part]}
              onChange={(event) => set({ [part]: event.target.checked })}
              data-testid={`copy-floor-${part}`}
            >
              {w.floors.part[part]}
            </Checkbox>
          ))}
        </Form.Item>
      </Form>
    </Modal>
  );
}
