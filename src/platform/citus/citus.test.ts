import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { type Database, openDatabase } from '../db/access.ts';
import { readAskingPolicies, readCatalogue } from './catalogue.ts';
import { distribute, refusedPolicies } from './distribute.ts';
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
    const { distributed } = planOf(tables);
    expect(distributed).toEqual(
      expect.arrayContaining([
        'dossier',
        'dossier_applicant',
        'dossier_step',
        'event',
        'event_seal',
        'webhook_delivery',
      ]),
    );
  });

  it('has no table whose place nobody has said', () => {
    expect(tables.length).toBeGreaterThan(80);
    const added = [...tables, { name: 'dossier_note', keys: [] }];
    expect(faultsOf(added)).toEqual(['dossier_note has no place in src/platform/citus/plan.ts']);
    expect(faultsOf(tables.filter((table) => table.name !== 'kiosk_ticket'))).toEqual([
      'kiosk_ticket is placed, but there is none',
    ]);
  });

  it('tells before anything is changed which policies Citus does not take', async () => {
    const refused = refusedPolicies(planOf(tables), await readAskingPolicies(db.system));
    expect(refused).toContain('dossier');
    expect(refused).not.toContain('kiosk');
  });

  it('can be spread: registers before the hot tables that refer to them, each hot table after those it refers to', () => {
    const { reference, distributed } = planOf(tables);
    expect(reference).toEqual(expect.arrayContaining(['unit', 'organ', 'procedure', 'procedure_version']));
    expect(reference.indexOf('unit')).toBeLessThan(reference.indexOf('organ'));
    expect(reference.indexOf('procedure')).toBeLessThan(reference.indexOf('procedure_version'));
    expect(distributed.indexOf('dossier_applicant')).toBeLessThan(distributed.indexOf('dossier'));
    expect(distributed.indexOf('dossier')).toBeLessThan(distributed.indexOf('dossier_step'));
    expect(reference.filter((table) => /^(task|petition|directive)/.test(table))).toEqual([]);
    // What the trigger that writes deliveries reads, so that it never leaves its node.
    expect(reference).toEqual(expect.arrayContaining(['api_client', 'api_client_organ', 'webhook', 'appointment']));
  });

  it('is left alone where there is no Citus, with a sentence that says so', async () => {
    await expect(distribute(db.system)).rejects.toMatchObject({ code: 'citus.none' });
  });
});

describe('a table that would not hold', () => {
  const table = (keys: CataloguedTable['keys']): CataloguedTable[] => [{ name: 'dossier_file', keys }];
  // Of one table alone, all others are missing.
  const keyFaults = (one: CataloguedTable[]) => faultsOf(one).filter((fault) => !fault.endsWith('there is none'));
  it.each<[string, CataloguedTable['keys'], string]>([
    ['a primary key without the unit', [{ kind: 'primary', name: 'k', columns: ['id'] }], 'dossier_file.k (id)'],
    [
      'a unique key that does not begin with it',
      [
        { kind: 'primary', name: 'k', columns: ['unit_id', 'id'] },
        { kind: 'unique', name: 'u', columns: ['code', 'unit_id'] },
      ],
      'dossier_file.u (code, unit_id)',
    ],
    [
      'a foreign key to a hot table without it',
      [
        { kind: 'primary', name: 'k', columns: ['unit_id', 'id'] },
        { kind: 'foreign', name: 'f', columns: ['dossier_id'], references: 'dossier' },
      ],
      'dossier_file.f (dossier_id)',
    ],
    ['no primary key', [], 'dossier_file has no primary key'],
  ])('%s', (_, keys, fault) => {
    expect(keyFaults(table(keys))).toEqual([fault]);
  });

  it('refers to a register freely', () => {
    const keys: CataloguedTable['keys'] = [
      { kind: 'primary', name: 'k', columns: ['unit_id', 'id'] },
      { kind: 'foreign', name: 'f', columns: ['organ_id'], references: 'organ' },
    ];
    expect(keyFaults(table(keys))).toEqual([]);
  });

  it('points from the coordinator to a hot table', () => {
    const keys: CataloguedTable['keys'] = [
      { kind: 'foreign', name: 'f', columns: ['unit_id', 'dossier_id'], references: 'dossier' },
    ];
    expect(keyFaults([{ name: 'kiosk_ticket', keys }])).toEqual(['kiosk_ticket.f (unit_id, dossier_id)']);
  });
});
