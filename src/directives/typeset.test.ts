import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TextMark, type TextSection, typeset } from './typeset.ts';

const TEXT =
  'UBND TỈNH\n\n1. Giao việc:\n- Về máy xúc: Giao Sở A chủ trì,\nxong trước 30/9.\n- Hết.\n\nNơi nhận:\n- Sở A.';
const at = (part: string): [number, number] => [TEXT.indexOf(part), TEXT.indexOf(part) + part.length];
const first = at('- Về máy xúc: Giao Sở A chủ trì,\nxong trước 30/9.\n');
const second = at('- Hết.\n\n');
const SECTIONS: TextSection[] = [
  {
    level: 0,
    span: [at('1. Giao')[0], second[1]],
    children: [
      { level: 1, span: first, children: [] },
      { level: 1, span: second, children: [] },
    ],
  },
];
const MARK: TextMark = {
  id: 7,
  evidence: at('Giao Sở A chủ trì,\nxong trước 30/9'),
  topic: at('Về máy xúc'),
  deadline: at('trước 30/9'),
  agencies: [at('Sở A')],
};

describe('Setting a directive for the desk', () => {
  const blocks = typeset(TEXT, SECTIONS, [MARK]);

  it('makes headings and paragraphs of the tree and lines of what stands around it', () => {
    expect(blocks.map((b) => [b.kind, b.level, b.pieces.map((p) => p.text).join('')])).toEqual([
      ['line', 0, 'UBND TỈNH'],
      ['heading', 0, '1. Giao việc:'],
      ['paragraph', 1, '- Về máy xúc: Giao Sở A chủ trì,\nxong trước 30/9.'],
      ['paragraph', 1, '- Hết.'],
      ['line', 0, 'Nơi nhận:'],
      ['line', 0, '- Sở A.'],
    ]);
  });

  it('marks task, topic, agency and limit in place', () => {
    const pieces = blocks[2]!.pieces;
    const textOf = (chosen: typeof pieces) => chosen.map((p) => p.text).join('');
    expect(textOf(pieces.filter((p) => p.tasks.includes(7)))).toBe('Giao Sở A chủ trì,\nxong trước 30/9');
    expect(textOf(pieces.filter((p) => p.topic))).toBe('Về máy xúc');
    expect(textOf(pieces.filter((p) => p.agency))).toBe('Sở A');
    expect(textOf(pieces.filter((p) => p.deadline))).toBe('trước 30/9');
    expect(pieces.filter((p) => p.begins.includes(7)).map((p) => p.text)).toEqual(['Giao ']);
  });

  it('ends a page where the text has a form feed', () => {
    expect(typeset('một\n\fhai', [], []).map((b) => b.kind)).toEqual(['line', 'page', 'line']);
  });

  it('gives every piece at its own offset, in order and without loss of letters, however sections and marks lie', () => {
    const spans = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b) + 1]);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'ộ', ' ', '\n', '\f'), maxLength: 60 }),
        fc.array(spans, { maxLength: 4 }),
        fc.array(spans, { maxLength: 4 }),
        (text, sections, marks) => {
          const pieces = typeset(
            text,
            sections.map((span) => ({ level: 0, span: [span[0], Math.min(span[1], text.length)], children: [] })),
            marks.map((evidence, id) => ({ id, evidence })),
          ).flatMap((b) => b.pieces);
          for (const piece of pieces) expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
          const starts = pieces.map((p) => p.start);
          expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
          expect(
            pieces
              .map((p) => p.text)
              .join('')
              .replace(/\s/g, ''),
          ).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });
});
