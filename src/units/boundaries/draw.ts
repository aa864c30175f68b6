import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature as featureOf } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Boundary } from './read.ts';

/** A boundary as a page draws it: an SVG path in whole steps of the national grid, and the box it fills. */
export interface Drawn {
  code: string;
  path: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Points of the common lines of a whole file after simplifying, about: a map of 130 communes stays near 20 kB. */
const POINTS = 2500;
/** Steps of the grid to a degree of latitude: about 110 m each. */
const STEPS = 1000;
/** Degrees of longitude shrink towards the north; one figure for the whole country keeps neighbouring provinces in one grid. */
const SHRINK = Math.cos((16.5 * Math.PI) / 180);
const WEST = 101;
const TOP = 24;

const onGrid = ([x, y]: Position): [number, number] => [
  Math.round((x! - WEST) * SHRINK * STEPS),
  Math.round((TOP - y!) * STEPS),
];

/** Simplifies all boundaries together, so that neighbours keep their common line, and draws each as a path. */
export function drawBoundaries(boundaries: readonly Boundary[]): Drawn[] {
  const features: Feature[] = boundaries.map((b) => ({
    type: 'Feature',
    properties: { code: b.code },
    geometry: b.geometry,
  }));
  const whole = presimplify(
    topology({ units: { type: 'FeatureCollection', features } as FeatureCollection }) as unknown as Topology<{
      units: GeometryCollection;
    }>,
  );
  const points = whole.arcs.reduce((sum, arc) => sum + arc.length, 0);
  const least = points > POINTS ? quantile(whole, Math.min(1, POINTS / points)) : 0;
  const simple = simplify(whole, least);
  const drawn = featureOf(simple, simple.objects.units as GeometryCollection<{ code: string }>);
  return drawn.features.map((f) => draw(f.properties.code, f.geometry as Polygon | MultiPolygon));
}

function draw(code: string, geometry: Polygon | MultiPolygon): Drawn {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons
    .flat()
    .map(steps)
    // What has shrunk to a line or a point on the grid is left out.
    .filter((ring) => ring.length >= 3);
  const points = rings.flat();
  return {
    code,
    path: rings.map(pathOf).join(''),
    left: Math.min(...points.map(([x]) => x)),
    top: Math.min(...points.map(([, y]) => y)),
    right: Math.max(...points.map(([x]) => x)),
    bottom: Math.max(...points.map(([, y]) => y)),
  };
}

/** The ring on the grid, without the closing point and points that fell together. */
function steps(ring: readonly Position[]): [number, number][] {
  const result: [number, number][] = [];
  for (const point of ring.slice(0, -1)) {
    const at = onGrid(point);
    const before = result.at(-1);
    if (!before || before[0] !== at[0] || before[1] !== at[1]) result.push(at);
  }
  return result;
}

/** Relative steps, as short as SVG allows: `M10 20l5-3 2 4z`. */
function pathOf(ring: readonly [number, number][]): string {
  const moves = ring.slice(1).map(([x, y], i) => [x - ring[i]![0], y - ring[i]![1]] as const);
  const lines = moves.map(([dx, dy]) => `${dx}${dy < 0 ? '' : ' '}${dy}`);
  const joined = lines.reduce((text, line) => text + (text === '' || line.startsWith('-') ? '' : ' ') + line, '');
  return `M${ring[0]![0]} ${ring[0]![1]}l${joined}z`;
}
