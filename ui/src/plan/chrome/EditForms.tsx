// Changes that need numbers: how far a zone is offset, how many copies stand in an array.
// Relies on Rust for the change itself. Lengths are typed in metres.
import { Button, InputNumber, Modal, Popover } from 'antd';
import { useState } from 'react';
import { create } from 'zustand';
import { attempt } from '../../state/actions';
import { useWords } from '../../words';
import { selected } from '../effects';

export function OffsetForm() {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const [metres, setMetres] = useState<number | null>(1);
  const go = async (sign: number) => {
    const zone = selected().find((row) => row.table === 'risk_zone')?.id;
    if (!metres || !zone) return;
    const distance = Math.round(metres * 1000) * sign;
    if (await attempt({ type: 'offset-zone', zone, distance, round: false, copy: false })) setOpen(false);
  };
  const form = (
    <div className="small-form">
      <Metres label={w.edit.distance} value={metres} onChange={setMetres} testid="offset-distance" />
      <div className="small-actions">
        <Button size="small" onClick={() => void go(-1)} data-testid="offset-inward">
          {w.edit.inward}
        </Button>
        <Button size="small" type="primary" onClick={() => void go(1)} data-testid="offset-outward">
          {w.edit.outward}
        </Button>
      </div>
    </div>
  );
  return (
    <Popover
      content={form}
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      placement="bottom"
      arrow={false}
    >
      <button type="button" className="edit-do" data-testid="edit-offset">
        {w.edit.offset}
      </button>
    </Popover>
  );
}

interface MetresProps {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  testid: string;
}

export function Metres({ label, value, onChange, testid }: MetresProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the number field stands in it
    <label>
      {label}
      <InputNumber size="small" value={value} step={0.1} onChange={onChange} data-testid={testid} />
    </label>
  );
}

const useArrayOpen = create<{ open: boolean }>(() => ({ open: false }));

export function openArray(): void {
  useArrayOpen.setState({ open: true });
}

export function ArrayForm() {
  const w = useWords();
  const { open } = useArrayOpen();
  const [columns, setColumns] = useState<number | null>(3);
  const [lines, setLines] = useState<number | null>(1);
  const [across, setAcross] = useState<number | null>(5);
  const [down, setDown] = useState<number | null>(5);
  const close = () => useArrayOpen.setState({ open: false });
  const go = async () => {
    const changed = await attempt({
      type: 'duplicate',
      rows: selected(),
      dx: Math.round((across ?? 0) * 1000),
      // With a single line, `dy` leads downwards from column to column.
      dy: (lines ?? 1) > 1 ? Math.round((down ?? 0) * 1000) : 0,
      columns: columns ?? 1,
      lines: lines ?? 1,
      with_points: false,
    });
    if (changed) close();
  };
  if (!open) return null;
  return (
    <Modal
      open
      width={360}
      title={w.edit.array}
      onCancel={close}
      onOk={() => void go()}
      okText={w.edit.array}
      cancelText={w.common.cancel}
      okButtonProps={{ 'data-testid': 'array-go', disabled: (columns ?? 1) * (lines ?? 1) < 2 }}
    >
      <div className="small-form two">
        <Metres label={w.edit.columns} value={columns} onChange={setColumns} testid="array-columns" />
        <Metres label={w.edit.across} value={across} onChange={setAcross} testid="array-across" />
        <Metres label={w.edit.lines} value={lines} onChange={setLines} testid="array-lines" />
        <Metres label={w.edit.down} value={down} onChange={setDown} testid="array-down" />
      </div>
    </Modal>
  );
}
