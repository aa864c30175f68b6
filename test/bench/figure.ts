/** One measured figure and the bound it is held to. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** `>= 2000` or `<= 20`; none for figures told for their own sake. */
  target?: { least: number } | { most: number };
}

export const isOk = ({ value, target }: Figure): boolean =>
  !target || ('least' in target ? value >= target.least : value <= target.most);

const targetWords = ({ target }: Figure): string =>
  !target ? '' : 'least' in target ? `>= ${target.least}` : `<= ${target.most}`;

export const jsonLine = (figure: Figure): string =>
  JSON.stringify({
    name: figure.name,
    value: figure.value,
    unit: figure.unit,
    target: targetWords(figure),
    ok: isOk(figure),
  });

export function table(figures: readonly Figure[]): string {
  const rows = figures.map((f) => [
    f.name,
    f.value.toLocaleString('en', { maximumFractionDigits: 3 }),
    f.unit,
    targetWords(f),
    isOk(f) ? 'ok' : 'MISSED',
  ]);
  const head = ['figure', 'value', 'unit', 'target', ''];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: string[]) =>
    cells.map((cell, i) => (i === 1 ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join('  ');
  return [line(head), line(widths.map((w) => '-'.repeat(w))), ...rows.map(line)].join('\n');
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
