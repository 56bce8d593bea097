// Gestures for tests of tools: events in, the state and everything that came out.
// Relies on pixels being tenths of metres, so that numbers stay small.
import type { Point } from '../../ipc';
import type { Effect, Hit, PointerInput, Subject, Tool, ToolEvent } from './tool';

const UNIT = 10;

export class Gesture<S> {
  state: S;
  readonly effects: Effect[] = [];
  /** What the keyboard and the plan say beside the place. */
  input: Pick<PointerInput, 'more' | 'alone' | 'wall' | 'several' | 'around'> = {
    more: false,
    alone: false,
    wall: null,
    several: false,
    around: [],
  };
  private readonly tool: Tool<S>;

  constructor(tool: Tool<S>) {
    this.tool = tool;
    this.state = tool.first;
  }

  send(event: ToolEvent): this {
    const step = this.tool.transition(this.state, event);
    this.state = step.state;
    this.effects.push(...step.effects);
    return this;
  }

  private pointer(type: 'down' | 'move' | 'up' | 'double', at: Point, hit: Hit): this {
    const pixel: Point = [at[0] / UNIT, at[1] / UNIT];
    return this.send({ type, at, raw: at, pixel, hit, unit: UNIT, ...this.input });
  }

  down(at: Point, hit: Hit = { kind: 'nothing' }): this {
    return this.pointer('down', at, hit);
  }

  move(at: Point): this {
    return this.pointer('move', at, { kind: 'nothing' });
  }

  up(at: Point): this {
    return this.pointer('up', at, { kind: 'nothing' });
  }

  click(at: Point, hit?: Hit): this {
    return this.move(at).down(at, hit).up(at);
  }

  double(at: Point, hit: Hit = { kind: 'nothing' }): this {
    return this.pointer('double', at, hit);
  }

  key(key: string, subject: Subject | null = null, shift = false): this {
    return this.send({ type: 'key', key, shift, subject });
  }

  cancel(): this {
    return this.send({ type: 'cancel' });
  }

  draft() {
    return this.tool.draft(this.state);
  }

  /** The commands that came out so far. */
  commands() {
    return this.effects.flatMap((effect) => (effect.type === 'command' ? [effect.command] : []));
  }
}
