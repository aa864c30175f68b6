import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { registerOf } from '../../../test/organRegister.ts';
import type { Day } from '../../kernel/day.ts';
import { resolveAgency } from './index.ts';

const FOLDER = join(import.meta.dirname, '../../../../shared/corpus/dev');
const { register, province, named } = registerOf();

/** Agencies of real directives of Nghệ An, as written. */
function agencies(file: string): string[] {
  const gold = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as {
    tasks: { lead: string[]; coordinate?: string[] }[];
  };
  return [...new Set(gold.tasks.flatMap((t) => [...t.lead, ...(t.coordinate ?? [])]))];
}

describe.skipIf(!existsSync(FOLDER))('agencies of real directives (skipped where the shared corpus is absent)', () => {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((f) => /^seed-.*\.gold\.json$/.test(f)) : [];
  it.each(files)('%s: every agency is an organ or a class, none is left open or wrong', (file) => {
    for (const text of agencies(file)) {
      const found = resolveAgency(text, register, {
        day: '2026-03-02' as Day,
        issuerLevel: 'province',
        issuerUnitId: province.id,
        branchHint: 'party',
      });
      expect(found.kind, text).not.toBe('unresolved');
      const [first, ...more] = named(found.organIds);
      if (found.kind === 'resolved' && more.length === 0)
        expect(sharedWords(text, first!), `${text} -> ${first}`).toBeGreaterThan(0.5);
    }
  });
});

/** How much of the written name the organ's name holds; abbreviations are spelled out first. */
function sharedWords(text: string, name: string): number {
  const words = (s: string) =>
    new Set(
      s
        .toLowerCase()
        .replace('hoá', 'hóa')
        .replace(/ủy ban nhân dân/g, 'ubnd')
        .match(/\p{L}+/gu) ?? [],
    );
  const written = words(text);
  const there = words(name);
  return [...written].filter((w) => there.has(w)).length / Math.min(written.size, there.size);
}
