import { conflict, isFault } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import { organRegister } from '../../organs/index.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { statusOfFault } from '../../platform/http/failure.tsx';
import {
  type AppContext,
  check,
  type Form,
  page,
  principalOf,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../platform/http/index.ts';
import { receiveFiles } from '../../tasks/index.ts';
import type { FormFault } from '../../ui/index.ts';
import { type Dialogue, demandOpen, dialogueById } from '../dialogues.ts';
import { joinPetition } from '../joinPetition.ts';
import { askedBodies, ownBranchBody } from '../named.ts';
import { askingOrgan, askPetitions, readPetitions } from '../policy.ts';
import { type PetitionWords, petitionWords, raisePetition } from '../raisePetition.ts';
import { similarTo } from '../similar.ts';
import { petitionsChanged } from '../tally.ts';
import { namesFrom, petitionIdOf, todayOf } from './names.ts';
import { RaisePage, ReviewPage, SimilarPage } from './raise.tsx';

/** From the first word to the sent petition, or to joining another that asks the same. */
export const raiseRoutes: RouteTable = [
  { method: 'get', path: '/kien-nghi/gui', may: askPetitions, handle: (c) => showForm(c) },
  { method: 'get', path: '/kien-nghi/giong', may: readPetitions, handle: showSimilar },
  { method: 'post', path: '/kien-nghi/gui/xem', may: askPetitions, handle: review },
  { method: 'post', path: '/kien-nghi/gui', may: askPetitions, handle: send },
  { method: 'post', path: '/kien-nghi/:id/tham-gia', may: askPetitions, handle: join },
];

const SCRIPT = 'src/petitions/pages/similar.client.ts';

async function showForm(c: AppContext, sent?: Form, fault?: FormFault, status?: 422): Promise<Response> {
  const principal = principalOf(c);
  const dialogue = await dialogueAsked(c, sent ? sent.values['doi-thoai'] : c.req.query('doi-thoai'));
  const register = await organRegister(c.get('services'));
  const bodies = askedBodies(register, todayOf(c)).filter((b) => b.id !== askingOrgan(principal));
  return page(
    c,
    { title: 'Gửi kiến nghị', status, scripts: [SCRIPT] },
    <RaisePage
      bodies={bodies}
      proposedBody={ownBranchBody(register, bodies, principal.branch)?.id}
      organName={register.shortName(askingOrgan(principal))}
      {...{ dialogue, sent, fault }}
    />,
  );
}

/** The dialogue for which one asks, where it still takes petitions; what makes no sense is asked outside any. */
async function dialogueAsked(c: AppContext, typed: string | undefined): Promise<Dialogue | undefined> {
  const id = parseId(typed);
  if (!id) return undefined;
  const { db } = c.get('services');
  const [rows] = await db.read(principalOf(c), dialogueById(db.build, id));
  return demandOpen(rows[0], todayOf(c));
}

async function showSimilar(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const text = cleanLine(c.req.query('q') ?? '').slice(0, 600);
  const [found] = await db.read(principalOf(c), similarTo(db.build, text));
  const names = namesFrom(await organRegister(c.get('services')));
  return page(c, { title: 'Kiến nghị giống' }, <SimilarPage {...{ text, found, names }} />);
}

async function review(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  try {
    return await showReview(c, form, check(petitionWords, form.values));
  } catch (error) {
    if (!isFault(error) || error.kind !== 'invalid') throw error;
    return showForm(c, form, error, 422);
  }
}

async function showReview(
  c: AppContext,
  form: Form,
  words: PetitionWords,
  fault?: FormFault,
  status?: 409 | 422,
): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const register = await organRegister(c.get('services'));
  const [found, units] = await db.read(
    principal,
    similarTo(db.build, words['chu-de'], words['noi-dung']),
    db.build.selectFrom('unit').select('mountainous').where('id', '=', principal.unitId),
  );
  return page(
    c,
    { title: 'Gửi kiến nghị', status },
    <ReviewPage
      values={form.values}
      dialogue={await dialogueAsked(c, form.values['doi-thoai'])}
      bodyName={register.shortName(Number(words['gui-den']))}
      mountainous={units[0]?.mountainous === true}
      found={found}
      names={namesFrom(register)}
      sent={fault && form}
      fault={fault}
    />,
  );
}

async function send(c: AppContext): Promise<Response> {
  const { db, files } = c.get('services');
  const principal = principalOf(c);
  const form = await readForm(c);
  if (form.values.viec === 'sua') return showForm(c, form);
  let words: PetitionWords;
  try {
    words = check(petitionWords, form.values);
  } catch (error) {
    if (!isFault(error)) throw error;
    return showForm(c, form, error, 422);
  }
  const today = todayOf(c);
  try {
    const register = await organRegister(c.get('services'));
    const body = askedBodies(register, today).find((b) => b.id === Number(words['gui-den']));
    if (!body) throw conflict('petition.body', 'Nơi nhận này không còn nhận kiến nghị. Hãy quay lại chọn nơi khác.');
    const kept = await receiveFiles(files, form.files.tep ?? []);
    const id = await db.write(principal, (tx) =>
      writeOnce(tx, { key: form.key, purpose: 'petition.raise', personId: principal.personId }, () =>
        raisePetition(
          tx,
          principal,
          {
            words,
            officeId: body.officeId,
            shared: form.values['chia-se'] === 'co',
            files: kept,
            dialogueId: parseId(form.values['doi-thoai']),
          },
          today,
        ),
      ),
    );
    await petitionsChanged(db);
    return redirectWith(c, `/kien-nghi/${id}`, { tone: 'success', text: 'Đã gửi kiến nghị.' });
  } catch (error) {
    if (!isFault(error) || !['invalid', 'conflict'].includes(error.kind)) throw error;
    return showReview(c, form, words, error, statusOfFault(error) as 409 | 422);
  }
}

async function join(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const id = petitionIdOf(c);
  const form = await readForm(c);
  try {
    await db.write(principal, (tx) =>
      writeOnce(tx, { key: form.key, purpose: `petition.join.${id}`, personId: principal.personId }, () =>
        joinPetition(tx, principal, id),
      ),
    );
  } catch (error) {
    if (!isFault(error) || error.kind !== 'conflict') throw error;
    if (error.code !== 'petition.joined.already') throw error;
    return redirectWith(c, `/kien-nghi/${id}`, { tone: 'info', text: error.message });
  }
  await petitionsChanged(db);
  return redirectWith(c, `/kien-nghi/${id}`, {
    tone: 'success',
    text: 'Đã cùng kiến nghị. Câu trả lời sẽ đến cả cơ quan bạn.',
  });
}
