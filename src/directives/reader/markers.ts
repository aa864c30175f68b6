/** What a paragraph opens with: `kind` sets its place in the tree, `length` how much of the line it takes. */
export interface Marker {
  kind:
    | 'part'
    | 'article'
    | 'roman'
    | 'number'
    | 'decimal'
    | 'letter'
    | 'parenNumber'
    | 'parenRoman'
    | 'dash'
    | 'plus'
    | 'dot'
    | 'ordinal';
  text: string;
  length: number;
  /** How many numbers a decimal has: 2 for "3.1.". */
  depth: number;
}

const FORMS: [Marker['kind'], RegExp][] = [
  ['part', /^(?:phần|chương|mục)\s(?:thứ\s\p{L}+|[IVXLC]{1,6}|\d{1,2})(?=[\s.:]|$)[.:]?/iu],
  // "A. Nhiệm vụ trước mắt": capitals divide a long plan.
  ['part', /^[A-EGHĐ]\.(?=\s\p{Lu})/u],
  ['roman', /^[IVX]{1,6}(?:[.):](?=\s|\p{L})|\/(?=\s)|\s?-(?=\s))/u],
  ['decimal', /^\d{1,2}(?:\.\d{1,2}){1,3}(?:[.)/:-]|\s-)?(?=\s)/],
  ['decimal', /^\d{1,2}(?:\.\d{1,2}){1,3}[.)](?=\p{L})/u],
  ['number', /^\d{1,2}(?:[.)/:](?=\s|\p{Lu}|$)|\s?-(?=\s))/u],
  ['article', /^điều\s\d{1,2}[.:]/iu],
  ['number', /^nhiệm vụ\s\d{1,2}[.:]/iu],
  ['parenNumber', /^\(\d{1,2}\)/],
  ['parenRoman', /^\((?:x?(?:ix|iv|v?i{0,3})|x)\)(?=.)/],
  ['letter', /^(?:\([a-zđ]\)|[a-zđ](?:\)|[./](?=\s)))/u],
  [
    'ordinal',
    /^(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|(?:một|hai|ba|bốn|năm|sáu|bảy|tám) là|trước hết|cuối cùng)(?=[,:])[,:]/iu,
  ],
  ['dash', /^[-*](?=\s|\p{L})/u],
  ['plus', /^[+](?=\s|\p{L})/u],
  // A page of news may set a picture before each point.
  ['dot', /^(?:[•●▪■◦○·§➢✓✔→❖►]|\p{Extended_Pictographic}\uFE0F?|o(?=\s\p{Lu}))/u],
];

/** The number or bullet at the start of a line, if there is one. */
export function readMarker(line: string): Marker | undefined {
  for (const [kind, form] of FORMS) {
    const found = form.exec(line);
    if (!found || found[0].length === 0) continue;
    if (line.length === found[0].length && kind !== 'dash' && kind !== 'part') continue;
    if (kind === 'parenRoman' && found[0] === '()') continue;
    return {
      kind,
      text: found[0],
      length: found[0].length,
      depth: kind === 'decimal' ? found[0].split('.').filter((p) => /\d/.test(p)).length : 1,
    };
  }
  return undefined;
}

/** A number or bullet with nothing after it, whose words stand on the next line: "2.1.", "-", "a)". */
export function loneMarker(line: string): Marker | undefined {
  if (line.length > 7 || /^\d+$/.test(line)) return undefined;
  const marker = readMarker(`${line} A`);
  return marker?.length === line.length ? marker : undefined;
}
