import { isFault } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { organRegister } from '../../organs/index.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { statusOfFault } from '../../platform/http/failure.tsx';
import {
  type AppContext,
  type Form,
  page,
  principalOf,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../platform/http/index.ts';
import type { FormFault } from '../../ui/index.ts';
import { type FieldKey, isField } from '../fields.ts';
import { parseFilter } from '../filter.ts';
import { isOpen } from '../model.ts';
import { steerPetitions } from '../policy.ts';
import { sortPetition } from '../sortPetition.ts';
import { listPetitions, tallyPetitions } from '../store.ts';
import { petitionsChanged } from '../tally.ts';
import { dialogueOf, namesFrom, todayOf } from './names.ts';
import { SORTED_AT_ONCE, SortFieldsPage } from './sortFields.tsx';

/** Many petitions of a dialogue put under the right field at once. */
export const sortFieldsRoutes: RouteTable = [
  { method: 'get', path: '/kien-nghi/doi-thoai/:id/phan-loai', may: steerPetitions, handle: (c) => show(c) },
  { method: 'post', path: '/kien-nghi/doi-thoai/:id/phan-loai', may: steerPetitions, handle: sort },
];

const fieldIn = (typed: string | undefined): FieldKey => (isField(typed) ? typed : 'khac');

async function show(c: AppContext, sent?: Form, fault?: FormFault, status?: 409 | 422): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const today = todayOf(c);
  const dialogue = await dialogueOf(c);
  const field = fieldIn(sent ? sent.values['dang-xem'] : c.req.query('linh-vuc'));
  const query = { 'pham-vi': 'dieu-phoi', 'trang-thai': 'cho-tra-loi', 'linh-vuc': field, sap: 'cu' };
  const filter = { ...parseFilter(query, principal), dialogueId: dialogue.id };
  const [rows, tally] = await db.read(
    principal,
    listPetitions(db.build, filter, principal, today, { limit: SORTED_AT_ONCE, offset: 0 }),
    tallyPetitions(db.build, filter, principal, today),
  );
  const open = tally.filter(({ state }) => isOpen(state));
  const names = namesFrom(await organRegister(c.get('services')));
  return page(
    c,
    { title: 'Phân loại kiến nghị', status },
    <SortFieldsPage {...{ dialogue, field, rows, names, sent, fault }} total={open.reduce((n, t) => n + t.count, 0)} />,
  );
}

async function sort(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const by = principalOf(c);
  const dialogue = await dialogueOf(c);
  const form = await readForm(c);
  const seen = fieldIn(form.values['dang-xem']);
  const changed = Object.entries(form.values).flatMap(([name, field]) => {
    const id = name.startsWith('kn-') ? parseId(name.slice(3)) : undefined;
    return id && field !== seen ? [{ petitionId: Number(id), version: null, field }] : [];
  });
  try {
    await db.write(by, (tx) =>
      writeOnce(tx, { key: form.key, purpose: `dialogue.sort.${dialogue.id}`, personId: by.personId }, async () => {
        for (const one of changed) await sortPetition(tx, by, one);
      }),
    );
  } catch (error) {
    if (!isFault(error) || !['invalid', 'conflict'].includes(error.kind)) throw error;
    return show(c, form, error, statusOfFault(error) as 409 | 422);
  }
  await petitionsChanged(db);
  return redirectWith(c, `/kien-nghi/doi-thoai/${dialogue.id}/phan-loai?linh-vuc=${seen}`, {
    tone: 'success',
    text: changed.length > 0 ? `Đã chuyển lĩnh vực ${changed.length} kiến nghị.` : 'Chưa đổi lĩnh vực kiến nghị nào.',
  });
}
