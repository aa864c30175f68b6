import { encodingOfFont, fromLegacy } from '../../encoding/legacyFonts.ts';
import type { Numbering } from './numbering.ts';
import { runStyle, type Styles, type TextStyle } from './styles.ts';
import { child, childrenOf, settingOf, type XmlNode } from './xmlBlocks.ts';

export interface DocxContext {
  styles: Styles;
  numbering: Numbering;
  /** Notes a foot- or endnote as referred to and gives its sign in the text. */
  note(kind: 'footnote' | 'endnote', id: string): string;
}

export interface Paragraph {
  text: string;
  /** Text boxes anchored in the paragraph, which stand beside it on the page. */
  boxes: XmlNode[];
  /** A tracked change took its end away: the next paragraph goes on where it stops. */
  joinsNext: boolean;
}

/** Not part of the text as it stands: deletions, moved-away text, field codes, formatting, comments, ruby. */
const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:rt',
  'w:annotationRef',
  'w:footnoteRef',
  'w:endnoteRef',
  'mc:Fallback',
]);

/** The text of a paragraph with its automatic number before it. */
export function readParagraph(node: XmlNode, context: DocxContext): Paragraph {
  const settings = child(node, 'w:pPr');
  const styleId = settingOf(settings, 'w:pStyle');
  const style = context.styles.of(styleId);
  const boxes: XmlNode[] = [];
  const text = readRuns(node, style, context, boxes);
  const joinsNext = child(child(settings, 'w:rPr'), 'w:del') !== undefined;
  if (text.trim() === '' && joinsNext) return { text: '', boxes, joinsNext };
  const label = labelOf(settings, styleId, style, context.numbering);
  return { text: label && text.trim() !== '' ? `${label} ${text.trimStart()}` : text, boxes, joinsNext };
}

function labelOf(settings: XmlNode | undefined, styleId: string | undefined, style: TextStyle, numbering: Numbering) {
  const own = child(settings, 'w:numPr');
  const numId = settingOf(own, 'w:numId') ?? style.numId;
  if (!numId || numId === '0') return '';
  const ownLevel = settingOf(own, 'w:ilvl');
  const level =
    ownLevel === undefined ? (numbering.levelOfStyle(numId, styleId) ?? style.level ?? 0) : Number(ownLevel);
  return numbering.next(numId, level);
}

function readRuns(node: XmlNode, style: TextStyle, context: DocxContext, boxes: XmlNode[]): string {
  let text = '';
  for (const part of childrenOf(node)) {
    if (SKIPPED.has(part.name)) continue;
    if (part.name === 'w:r') {
      const character = settingOf(child(part, 'w:rPr'), 'w:rStyle');
      const inherited = character ? mergeCharacter(style, context.styles.of(character)) : style;
      const own = { ...inherited, ...runStyle(child(part, 'w:rPr'), inherited) };
      if (!own.hidden) text += readRuns(part, own, context, boxes);
    } else if (part.name === 'w:txbxContent') {
      boxes.push(part);
    } else {
      text += sign(part, style, context) ?? readRuns(part, style, context, boxes);
    }
  }
  return text;
}

const mergeCharacter = (paragraph: TextStyle, character: TextStyle): TextStyle => ({
  ...paragraph,
  caps: paragraph.caps || character.caps,
  hidden: paragraph.hidden || character.hidden,
  font: character.font ?? paragraph.font,
});

/** The text that one element stands for, or undefined where its children tell. */
function sign(node: XmlNode, style: TextStyle, context: DocxContext): string | undefined {
  switch (node.name) {
    case 'w:t':
    case 'm:t':
      return shown(node.children.filter((c) => typeof c === 'string').join(''), style);
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:softHyphen':
      return '';
    case 'w:sym':
      return symbol(node);
    case 'w:footnoteReference':
      return context.note('footnote', node.attributes.id ?? '');
    case 'w:endnoteReference':
      return context.note('endnote', node.attributes.id ?? '');
    default:
      return undefined;
  }
}

/** As the reader sees it: in a legacy font turned into Unicode, in capitals where so set. */
function shown(text: string, style: TextStyle): string {
  const legacy = style.font ? encodingOfFont(style.font) : undefined;
  const unicode = legacy && !/[\u0100-\u1fff]/.test(text) ? fromLegacy(text, legacy.encoding) : text;
  return style.caps || legacy?.capitals ? unicode.toLocaleUpperCase('vi') : unicode;
}

/** A character of a symbol font: what is no dash, arrow or box there is left out. */
function symbol(node: XmlNode): string {
  const code = Number.parseInt(node.attributes.char ?? '', 16) & 0xff;
  if (code === 0x2d || code === 0xbe) return '-';
  if (code === 0xb7 || code === 0xa7) return '•';
  if (code === 0xe0 || code === 0xf0) return '→';
  return '';
}
