import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { Fault, type FieldFault, invalid } from '../../kernel/errors.ts';

/** A unit's boundary as a file gives it. */
export interface Boundary {
  code: string;
  geometry: Polygon | MultiPolygon;
}

/** A file that cannot be loaded; each fault names its feature. */
export class BoundaryFault extends Fault {
  constructor(faults: readonly FieldFault[]) {
    super(
      'invalid',
      'units.boundaries',
      `Chưa nạp gì: có ${faults.length} chỗ sai. Hãy sửa các đối tượng nêu dưới đây rồi nạp lại.`,
      faults,
    );
  }
}

/** Degrees within which the country and its islands lie. */
const EAST = [101, 118] as const;
const NORTH = [6, 24] as const;

/**
 * Reads the boundaries of communes from GeoJSON (WGS 84, RFC 7946): each feature a Polygon or MultiPolygon with its unit's code in
 * `properties.code` or as its `id`.
 * @param codes of the units that exist: others are faults
 * @throws Fault invalid where it is no GeoJSON, BoundaryFault naming each bad feature
 */
export function readBoundaries(bytes: Uint8Array, codes: ReadonlySet<string>): Boundary[] {
  const collection = parse(bytes);
  const faults: FieldFault[] = [];
  const found = new Map<string, Boundary>();
  collection.features.forEach((feature, index) => {
    const named = nameOf(feature, index);
    const wrong = faultOf(feature, codes);
    const code = codeOf(feature);
    if (wrong) faults.push({ field: `features[${index}]`, message: `${named}: ${wrong}` });
    else if (found.has(code!)) faults.push({ field: `features[${index}]`, message: `${named}: mã này đã có ở trên.` });
    else found.set(code!, { code: code!, geometry: feature.geometry as Polygon | MultiPolygon });
  });
  if (faults.length > 0) throw new BoundaryFault(faults);
  return [...found.values()];
}

function parse(bytes: Uint8Array): FeatureCollection {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalid(
      'units.boundaries.json',
      'Tệp này không phải GeoJSON (JSON bằng UTF-8). Hãy xuất lại từ phần mềm bản đồ.',
    );
  }
  const features = (value as FeatureCollection | null)?.features;
  if ((value as FeatureCollection | null)?.type !== 'FeatureCollection' || !Array.isArray(features)) {
    throw invalid(
      'units.boundaries.type',
      'Tệp GeoJSON phải là một FeatureCollection, mỗi xã một đối tượng (Feature).',
    );
  }
  if (features.length === 0) throw invalid('units.boundaries.empty', 'Tệp GeoJSON không có đối tượng nào.');
  return value as FeatureCollection;
}

function codeOf(feature: Feature): string | undefined {
  const code = feature?.properties?.code ?? feature?.id;
  return code === undefined || code === null ? undefined : String(code);
}

function nameOf(feature: Feature, index: number): string {
  const parts = [codeOf(feature) && `mã ${codeOf(feature)}`, feature?.properties?.name].filter(Boolean).join(', ');
  return `Đối tượng thứ ${index + 1}${parts ? ` (${parts.slice(0, 80)})` : ''}`;
}

function faultOf(feature: Feature, codes: ReadonlySet<string>): string | undefined {
  if (feature?.type !== 'Feature') return 'không phải một Feature.';
  const code = codeOf(feature);
  if (code === undefined) return 'thiếu mã đơn vị (properties.code).';
  if (!codes.has(code)) return 'không có xã, phường nào của tỉnh mang mã này.';
  const { geometry } = feature;
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') {
    return 'hình phải là Polygon hoặc MultiPolygon.';
  }
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  if (!Array.isArray(polygons) || polygons.length === 0) return 'hình không có đường biên nào.';
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) return 'hình không có đường biên nào.';
    for (const ring of polygon) {
      const wrong = ringFault(ring);
      if (wrong) return wrong;
    }
  }
  return undefined;
}

function ringFault(ring: Position[]): string | undefined {
  if (!Array.isArray(ring) || ring.length < 4) return 'đường biên có ít hơn 4 điểm.';
  for (const point of ring) {
    const [x, y] = Array.isArray(point) ? point : [];
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) {
      return 'có điểm không phải là số.';
    }
    if (x < EAST[0] || x > EAST[1] || y < NORTH[0] || y > NORTH[1]) {
      return `điểm [${x}, ${y}] nằm ngoài Việt Nam: tọa độ phải là kinh độ, vĩ độ WGS 84.`;
    }
  }
  const [first, last] = [ring[0]!, ring.at(-1)!];
  if (first[0] !== last[0] || first[1] !== last[1]) return 'đường biên không khép kín.';
  return undefined;
}
