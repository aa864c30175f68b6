import { SaxesParser } from 'saxes';
import { damaged } from '../../refusal.ts';

/** An element of a Word part. `name` is the local name with its namespace's usual prefix: "w:p", "mc:Choice". */
export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: (XmlNode | string)[];
}

const PREFIXES: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
};

/** Word nests a few dozen elements; what is far deeper is made to overflow the stack. */
const MAX_DEPTH = 400;

/**
 * Reads a part and hands over each grandchild of its root (or each child, with `level` 1) once it is complete, so
 * that a long document never stands in memory as a tree. Throws a Refusal where the XML is broken.
 */
export function readBlocks(xml: string, level: 1 | 2, onBlock: (block: XmlNode) => void): void {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlNode[] = [];
  parser.on('opentag', (tag) => {
    if (open.length >= MAX_DEPTH) throw damaged('Tệp Word');
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) attributes[attribute.local] = attribute.value;
    const prefix = PREFIXES[tag.uri];
    open.push({ name: prefix ? `${prefix}:${tag.local}` : `x:${tag.local}`, attributes, children: [] });
  });
  parser.on('text', (text) => {
    if (open.length > level) open.at(-1)!.children.push(text);
  });
  parser.on('closetag', () => {
    const node = open.pop()!;
    if (open.length === level) onBlock(node);
    else if (open.length > level) open.at(-1)!.children.push(node);
  });
  parser.on('error', () => {
    throw damaged('Tệp Word');
  });
  parser.write(xml).close();
}

export const childrenOf = (node: XmlNode | undefined): XmlNode[] =>
  node ? node.children.filter((child): child is XmlNode => typeof child !== 'string') : [];

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  childrenOf(node).find((c) => c.name === name);

/** The `w:val` of a child element, the way Word keeps most settings. */
export const settingOf = (node: XmlNode | undefined, name: string): string | undefined =>
  child(node, name)?.attributes.val;

/** An on/off setting: present without a value, or with any value that does not say "off". */
export function isOn(node: XmlNode | undefined, name: string): boolean {
  const setting = child(node, name);
  return setting !== undefined && !/^(0|false|off|none)$/.test(setting.attributes.val ?? '');
}
