import { notFound } from '../../kernel/errors.ts';
import { type AppContext, page } from '../../platform/http/index.ts';
import { parseCode } from '../code.ts';
import { systemsFor } from '../exchange/moveOwnership.ts';
import { colleaguesOf, filesOfDossier, historyOfDossier } from '../lists.ts';
import { mayAssign } from '../policy.ts';
import { dossierByCode } from '../store.ts';
import { mayMoveOwnership } from '../takeover/policy.ts';
import { DossierPage } from './dossier.tsx';
import { officerOf } from './officer.ts';
import type { DossierView } from './view.ts';

/** The code in the address. @throws Fault notFound where it is none */
export function codeOf(c: AppContext): string {
  const code = parseCode(c.req.param('ma'));
  if (!code) throw notFound('hồ sơ này');
  return code;
}

/** One dossier, with the form that failed where there is one. One round trip. */
export async function showDossier(
  c: AppContext,
  code: string,
  failed?: DossierView['failed'],
  status?: 409 | 422,
): Promise<Response> {
  const { db } = c.get('services');
  const { rules, principal } = await officerOf(c);
  const [found, history, files, colleagues, hands] = await db.read(
    principal,
    dossierByCode(db.build, code),
    historyOfDossier(db.build, code),
    filesOfDossier(db.build, code),
    colleaguesOf(db.build, code),
    db.build
      .selectFrom('dossier as d')
      .innerJoin('dossier_step as s', (j) => j.onRef('s.unit_id', '=', 'd.unit_id').onRef('s.dossier_id', '=', 'd.id'))
      .innerJoin('person as p', 'p.id', 's.person_id')
      .where('d.code', '=', code)
      .select(['p.id', 'p.name'])
      .distinct(),
  );
  const d = found[0];
  if (!d) throw notFound('hồ sơ này');
  const decides = d.ownerSystem === '' && mayMoveOwnership(principal, d, rules.places);
  const view: DossierView = {
    systems: decides ? await systemsFor(db, principal, d) : [],
    ...{ d, history, files, principal, rules, failed },
    colleagues: mayAssign(principal, d, rules.places) ? colleagues : [],
    people: new Map([...hands, ...colleagues].map((one) => [one.id, one.name])),
    now: rules.now(),
  };
  return page(c, { title: `Hồ sơ ${code}`, status }, <DossierPage {...view} />);
}
