import { modernTones } from '../../kernel/vietnamese.ts';
import { mendMarks } from './scanMarks.ts';
import { mendSlips } from './slips.ts';
import { raiseSmallNames } from './smallNames.ts';

/**
 * Text in one canonical form, with the way back. `text` is for matching (composed letters, present tone marks, plain
 * dashes and quotes), `shown` is the same length and keeps the writer's own letters; unit i stands for the original
 * units from `from[i]` to `to[i]`. `bold[i]` is 1 where Markdown set the letter in bold.
 */
export interface Repaired {
  text: string;
  shown: string;
  from: Int32Array;
  to: Int32Array;
  bold: Uint8Array;
}

const MARK = /\p{M}/u;
const PLAIN: Record<string, string> = {
  '–': '-',
  '—': '-',
  '‑': '-',
  '‐': '-',
  '−': '-',
  '“': '"',
  '”': '"',
  '„': '"',
  // The Icelandic letter that some fonts show for Đ.
  Ð: 'Đ',
  ð: 'đ',
  // The letter oi, which some fonts show for Ư.
  Ƣ: 'Ư',
  ƣ: 'ư',
  '’': "'",
  '‘': "'",
};

/** Letters that neither print nor separate: controls, zero-width marks, soft hyphens. */
function isInvisible(code: number): boolean {
  return (
    code < 9 ||
    code === 11 ||
    (code > 13 && code < 32) ||
    (code >= 127 && code < 160) ||
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    code === 0x2060 ||
    code === 0xfeff
  );
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    code === 9 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x3000
  );
}

/** Present tone marks, keeping the length so that offsets stay true. */
export function sameLengthTones(text: string): string {
  const modern = modernTones(text);
  return modern.length === text.length ? modern : text;
}

/** Letter by letter: composes, makes spaces plain, drops Markdown marks and what does not print. Form feeds stay. */
export function repair(original: string): Repaired {
  const size = original.length + 1;
  const from = new Int32Array(size);
  const to = new Int32Array(size);
  const bold = new Uint8Array(size);
  const shown: string[] = [];
  const matched: string[] = [];
  let count = 0;
  let isBold = 0;
  let lineStart = true;
  const emit = (letter: string, start: number, end: number): void => {
    for (let k = 0; k < letter.length; k++) {
      from[count] = start;
      to[count] = end;
      bold[count] = isBold;
      count++;
    }
    shown.push(letter);
    matched.push(PLAIN[letter] ?? letter);
  };
  let i = 0;
  while (i < original.length) {
    const letter = original[i]!;
    const code = original.charCodeAt(i);
    let next = i + 1;
    if (code === 13 || code === 10 || code === 12 || code === 0x2028 || code === 0x2029) {
      if (code === 13 && original.charCodeAt(next) === 10) next++;
      if (lineStart) isBold = 0;
      emit(code === 12 ? '\f' : '\n', i, next);
      lineStart = true;
    } else if (isSpace(code)) {
      emit(code === 9 ? '\t' : ' ', i, next);
    } else if (letter === '&' && original.startsWith('&nbsp;', i)) {
      next = i + 6;
      emit(' ', i, next);
    } else if (letter === '*' || letter === '_' || letter === '`') {
      while (original[next] === letter) next++;
      const isBullet = letter === '*' && next - i === 1 && lineStart && /\s/.test(original[next] ?? '');
      if (isBullet) emit('*', i, next);
      else if (letter === '*' && next - i >= 2) isBold = isBold ? 0 : 1;
      else if (letter === '_' && next - i > 2) emit('---', i, next);
      if (!isBullet && letter !== '*') lineStart = false;
    } else if (letter === '#' && lineStart) {
      while (original[next] === '#') next++;
    } else if (letter === '\\' && /[-*_#.()[\]|>+]/.test(original[next] ?? '')) {
      // The backslash of a Markdown escape; the letter after it comes next.
    } else if (letter === '[' && !lineStart && /^\[\d{1,3}\]/.test(original.slice(i, i + 5))) {
      next = original.indexOf(']', i) + 1;
    } else if (!isInvisible(code)) {
      let cluster = letter;
      while (next < original.length && next - i < 8 && MARK.test(original[next]!)) cluster += original[next++];
      emit(cluster.length > 1 ? cluster.normalize('NFC') : letter, i, next);
      lineStart = false;
    }
    i = next;
  }
  return {
    text: raiseSmallNames(mendMarks(mendSlips(sameLengthTones(matched.join(''))))),
    shown: shown.join(''),
    from: from.slice(0, count),
    to: to.slice(0, count),
    bold: bold.slice(0, count),
  };
}
