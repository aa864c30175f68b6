import { child, isOn, readBlocks, settingOf, type XmlNode } from './xmlBlocks.ts';

/** What a style says that changes the text: its place in a numbering, capitals, hidden text, a legacy font. */
export interface TextStyle {
  numId?: string;
  level?: number;
  caps: boolean;
  hidden: boolean;
  font?: string;
}

/** The styles of a document with what they inherit; an unknown style is a plain one. */
export interface Styles {
  of(styleId: string | undefined): TextStyle;
  /** A table style draws lines between columns. */
  hasTableLines(styleId: string | undefined): boolean;
}

interface RawStyle {
  basedOn?: string;
  numId?: string;
  level?: string;
  runs?: XmlNode;
  lines?: boolean;
}

export function readStyles(xml: string | undefined): Styles {
  const raw = new Map<string, RawStyle>();
  let defaultParagraph: string | undefined;
  if (xml) {
    readBlocks(xml, 1, (node) => {
      const id = node.attributes.styleId;
      if (node.name !== 'w:style' || !id) return;
      const numbering = child(child(node, 'w:pPr'), 'w:numPr');
      if (node.attributes.default === '1' && node.attributes.type === 'paragraph') defaultParagraph = id;
      raw.set(id, {
        basedOn: settingOf(node, 'w:basedOn'),
        numId: settingOf(numbering, 'w:numId'),
        level: settingOf(numbering, 'w:ilvl'),
        runs: child(node, 'w:rPr'),
        lines: tableLines(node),
      });
    });
  }
  const known = new Map<string, TextStyle>();
  const resolve = (id: string, seen: Set<string>): TextStyle => {
    const done = known.get(id);
    if (done) return done;
    const style = raw.get(id);
    if (!style || seen.has(id)) return { caps: false, hidden: false };
    const base = style.basedOn ? resolve(style.basedOn, seen.add(id)) : { caps: false, hidden: false };
    const resolved: TextStyle = {
      numId: style.numId ?? base.numId,
      level: style.level ? Number(style.level) : base.level,
      ...runStyle(style.runs, base),
    };
    known.set(id, resolved);
    return resolved;
  };
  const lines = (id: string | undefined, seen: Set<string>): boolean => {
    const style = id === undefined || seen.has(id) ? undefined : raw.get(id);
    return style ? (style.lines ?? lines(style.basedOn, seen.add(id!))) : false;
  };
  return {
    of: (id) => resolve(id ?? defaultParagraph ?? '', new Set()),
    hasTableLines: (id) => lines(id, new Set()),
  };
}

function tableLines(style: XmlNode): boolean | undefined {
  const inner = child(child(child(style, 'w:tblPr'), 'w:tblBorders'), 'w:insideV');
  return inner && !/^(nil|none)$/.test(inner.attributes.val ?? 'none');
}

/** The run settings that change the text, over those inherited. */
export function runStyle(runs: XmlNode | undefined, base: Pick<TextStyle, 'caps' | 'hidden' | 'font'>) {
  const fonts = child(runs, 'w:rFonts')?.attributes;
  return {
    caps: child(runs, 'w:caps') ? isOn(runs, 'w:caps') : base.caps,
    hidden: child(runs, 'w:vanish') ? isOn(runs, 'w:vanish') : base.hidden,
    font: fonts?.ascii ?? fonts?.hAnsi ?? base.font,
  };
}
