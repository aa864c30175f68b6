import type { Principal } from '../../kernel/principal.ts';
import type { Permission } from '../../platform/http/index.ts';
import { CENTRE_TEMPLATES } from '../places.ts';
import { readDossiers, receiveDossiers } from '../policy.ts';

/** Who opens the figures: whoever has a part in dossiers; row-level security decides whose figures are in them. */
export const readFigures: Permission = { name: 'dossier.figures', allows: (p) => readDossiers.allows(p) };

/** What dossiers do not tell is entered by the centre: its head, deputy or clerk. */
export const enterFigures: Permission = {
  name: 'dossier.figures.enter',
  allows: (p) => p !== null && receiveDossiers.allows(p) && p.role !== 'officer',
};

/** The government's office and the centre of a province see all of its communes, as `dossier_figure_units` lets them. */
export const seesProvince = (p: Principal): boolean =>
  p.level === 'province' &&
  (p.organTemplate === 'van-phong-ubnd-tinh' ||
    p.organTemplate === 'ubnd-tinh' ||
    (CENTRE_TEMPLATES.includes(p.organTemplate) && p.level === 'province'));
