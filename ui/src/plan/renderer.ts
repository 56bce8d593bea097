// What the plan needs of whatever draws it: a scene in, what lies under a place out.
// Relies on scenes whose items keep their identity while nothing about them changes.
// Knows no way of drawing; `svg/` is one.
import type { ComponentType } from 'react';
import type {
  Building,
  FloorId,
  Outline,
  PlanElement,
  Point,
  PointView,
  RiskLevel,
  RiskZone,
  Underlay,
} from '../ipc';
import type { Box } from './geometry';
import type { Hit } from './tools/tool';

/** A zone with its look. */
export interface ZoneItem {
  zone: RiskZone;
  outline: Outline;
  level: RiskLevel | null;
  /** Whether it has points at all; one without has no colour. */
  hasPoints: boolean;
  box: Box;
  /** Area in square millimetres. */
  area: number;
  /** Pins in it, which its name keeps clear of. */
  pins: readonly Point[];
  faded: boolean;
  /** Its colour when zones are not coloured by level. */
  tint: string | null;
}

/** A building on a general plan. */
export interface BuildingItem {
  building: Building;
  outline: Outline;
  level: RiskLevel | null;
  hasPoints: boolean;
  box: Box;
}

/** A point with its number. */
export interface PinItem {
  point: PointView;
  at: Point;
  number: string;
  faded: boolean;
}

export interface Scene {
  floor: FloorId;
  elements: readonly PlanElement[];
  zones: readonly ZoneItem[];
  buildings: readonly BuildingItem[];
  pins: readonly PinItem[];
  /** Pictures under it, the lowest first. */
  underlays: readonly Underlay[];
  /** What the pointer passes over: locked shapes, and those of locked layers. */
  fixed: ReadonlySet<string>;
}

export interface Renderer {
  /** Draws the scene below everything that moves with the pointer. */
  readonly Surface: ComponentType<{ scene: Scene }>;
  /** What lies at a place; `unit` is millimetres for a pixel. The corners of a zone selected alone come first. */
  hit(scene: Scene, at: Point, unit: number, selected: ReadonlySet<string>): Hit;
}
