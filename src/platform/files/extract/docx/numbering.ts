import { child, childrenOf, readBlocks, settingOf, type XmlNode } from './xmlBlocks.ts';

interface Level {
  start: number;
  format: string;
  /** "%1.%2)" or the bullet itself. */
  text: string;
  /** The level after which this one starts again; 0 is never. */
  restart?: number;
  legal: boolean;
}

interface List {
  abstractId: string;
  starts: Map<number, number>;
  levels: Map<number, Level>;
}

/** The automatic numbers of a document, told one paragraph after the other as Word shows them. */
export interface Numbering {
  /** The label of the next paragraph of a list ("1.", "a)", "-"), or '' where the list shows none. */
  next(numId: string, level: number): string;
  /** The level bound to a paragraph style, where a list says so. */
  levelOfStyle(numId: string, styleId: string | undefined): number | undefined;
}

/** Reads numbering.xml (ISO/IEC 29500-1, 17.9). */
export function readNumbering(xml: string | undefined): Numbering {
  const abstracts = new Map<string, Map<number, Level>>();
  const styleLevels = new Map<string, Map<string, number>>();
  const links = new Map<string, string>();
  const styleLists = new Map<string, string>();
  const lists = new Map<string, List>();
  if (xml) {
    readBlocks(xml, 1, (node) => {
      if (node.name === 'w:abstractNum') {
        const id = node.attributes.abstractNumId ?? '';
        abstracts.set(id, readLevels(node));
        styleLevels.set(id, new Map(childrenOf(node).flatMap(boundStyle)));
        const link = settingOf(node, 'w:numStyleLink');
        const own = settingOf(node, 'w:styleLink');
        if (link) links.set(id, link);
        if (own) styleLists.set(own, id);
      }
      if (node.name === 'w:num') lists.set(node.attributes.numId ?? '', readList(node));
    });
  }
  const abstractOf = (list: List): string => {
    const linked = links.get(list.abstractId);
    return (linked && styleLists.get(linked)) ?? list.abstractId;
  };
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();

  return {
    next(numId, level) {
      const list = lists.get(numId);
      if (!list || level < 0 || level > 8) return '';
      const abstractId = abstractOf(list);
      const levelAt = (n: number) => list.levels.get(n) ?? abstracts.get(abstractId)?.get(n);
      const rule = levelAt(level);
      if (!rule) return '';
      const counts = counters.get(abstractId) ?? [];
      counters.set(abstractId, counts);
      // A list that shares its pattern with another starts again only where it says so, once for each level.
      const first = list.starts.get(level);
      const key = `${numId}/${level}`;
      if (first !== undefined && !started.has(key)) counts[level] = undefined;
      started.add(key);
      counts[level] = counts[level] === undefined ? (first ?? rule.start) : counts[level] + 1;
      for (let deeper = level + 1; deeper <= 8; deeper++) {
        const restart = levelAt(deeper)?.restart;
        if (restart === undefined || (restart > 0 && level < restart)) counts[deeper] = undefined;
      }
      if (rule.format === 'bullet') return bullet(rule.text);
      return rule.text.replace(/%([1-9])/g, (_, digit) => {
        const of = Number(digit) - 1;
        const shown = levelAt(of);
        const value = counts[of] ?? shown?.start ?? 1;
        return formatNumber(value, rule.legal ? 'decimal' : (shown?.format ?? 'decimal'));
      });
    },
    levelOfStyle(numId, styleId) {
      const list = lists.get(numId);
      return list && styleId ? styleLevels.get(abstractOf(list))?.get(styleId) : undefined;
    },
  };
}

function boundStyle(level: XmlNode): [string, number][] {
  const style = level.name === 'w:lvl' ? settingOf(level, 'w:pStyle') : undefined;
  return style ? [[style, Number(level.attributes.ilvl ?? 0)]] : [];
}

function readLevels(parent: XmlNode): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const node of childrenOf(parent)) {
    if (node.name !== 'w:lvl') continue;
    const restart = settingOf(node, 'w:lvlRestart');
    levels.set(Number(node.attributes.ilvl ?? 0), {
      start: Number(settingOf(node, 'w:start') ?? 1),
      format: settingOf(node, 'w:numFmt') ?? 'decimal',
      text: settingOf(node, 'w:lvlText') ?? '',
      restart: restart === undefined ? undefined : Number(restart),
      legal: child(node, 'w:isLgl') !== undefined,
    });
  }
  return levels;
}

function readList(node: XmlNode): List {
  const starts = new Map<number, number>();
  const levels = new Map<number, Level>();
  for (const override of childrenOf(node)) {
    if (override.name !== 'w:lvlOverride') continue;
    const start = settingOf(override, 'w:startOverride');
    if (start !== undefined) starts.set(Number(override.attributes.ilvl ?? 0), Number(start));
    for (const [level, rule] of readLevels(override)) levels.set(level, rule);
  }
  return { abstractId: settingOf(node, 'w:abstractNumId') ?? '', starts, levels };
}

/** Bullets are letters of symbol fonts as often as real dashes: what is no plus or star is shown as a dash. */
const bullet = (text: string): string => (/^[+*]$/.test(text.trim()) ? text.trim() : text.trim() === '' ? '' : '-');

function formatNumber(value: number, format: string): string {
  if (format === 'none') return '';
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  if (value < 1 || value > 3_999) return String(value);
  if (format === 'lowerLetter') return letters(value);
  if (format === 'upperLetter') return letters(value).toUpperCase();
  if (format === 'lowerRoman') return roman(value).toLowerCase();
  if (format === 'upperRoman') return roman(value);
  return String(value);
}

/** Word goes a..z, then aa, bb, cc. */
const letters = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let rest = value;
  let out = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      out += sign;
      rest -= worth;
    }
  }
  return out;
}
