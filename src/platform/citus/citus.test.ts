import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { type Database, openDatabase } from '../db/access.ts';
import { readCatalogue } from './catalogue.ts';
import { distribute } from './distribute.ts';
import { type CataloguedTable, faultsOf, planOf } from './plan.ts';

let db: Database;
let tables: CataloguedTable[];
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await testDatabase();
  db = openDatabase(database.url, { connections: 1 });
  drop = async () => {
    await db.close();
    await database.drop();
  };
  tables = await readCatalogue(db.system);
});
afterAll(() => drop());

describe('the migrated database', () => {
  it('begins every key of a hot table with the unit', () => {
    expect(faultsOf(tables)).toEqual([]);
    const hot = tables.filter((table) => /^(dossier|event)/.test(table.name)).map((table) => table.name);
    expect(hot).toEqual(
      expect.arrayContaining(['dossier', 'dossier_applicant', 'dossier_step', 'event', 'event_seal']),
    );
  });

  it('can be spread: registers before the hot tables that refer to them, each hot table after those it refers to', () => {
    const { reference, distributed } = planOf(tables);
    expect(reference).toEqual(expect.arrayContaining(['unit', 'organ', 'procedure', 'procedure_version']));
    expect(reference.indexOf('unit')).toBeLessThan(reference.indexOf('organ'));
    expect(reference.indexOf('procedure')).toBeLessThan(reference.indexOf('procedure_version'));
    expect(distributed.indexOf('dossier_applicant')).toBeLessThan(distributed.indexOf('dossier'));
    expect(distributed.indexOf('dossier')).toBeLessThan(distributed.indexOf('dossier_step'));
    expect(reference.filter((table) => /^(task|petition|directive)/.test(table))).toEqual([]);
  });

  it('is left alone where there is no Citus, with a sentence that says so', async () => {
    await expect(distribute(db.system)).rejects.toMatchObject({ code: 'citus.none' });
  });
});

describe('a table that would not hold', () => {
  const table = (keys: CataloguedTable['keys']): CataloguedTable[] => [{ name: 'dossier_note', keys }];
  it.each<[string, CataloguedTable['keys'], string]>([
    ['a primary key without the unit', [{ kind: 'primary', name: 'k', columns: ['id'] }], 'dossier_note.k (id)'],
    [
      'a unique key that does not begin with it',
      [
        { kind: 'primary', name: 'k', columns: ['unit_id', 'id'] },
        { kind: 'unique', name: 'u', columns: ['code', 'unit_id'] },
      ],
      'dossier_note.u (code, unit_id)',
    ],
    [
      'a foreign key to a hot table without it',
      [
        { kind: 'primary', name: 'k', columns: ['unit_id', 'id'] },
        { kind: 'foreign', name: 'f', columns: ['dossier_id'], references: 'dossier' },
      ],
      'dossier_note.f (dossier_id)',
    ],
    ['no primary key', [], 'dossier_note has no primary key'],
  ])('%s', (_, keys, fault) => {
    expect(faultsOf(table(keys))).toEqual([fault]);
  });

  it('refers to a register freely', () => {
    const keys: CataloguedTable['keys'] = [
      { kind: 'primary', name: 'k', columns: ['unit_id', 'id'] },
      { kind: 'foreign', name: 'f', columns: ['organ_id'], references: 'organ' },
    ];
    expect(faultsOf(table(keys))).toEqual([]);
  });
});
