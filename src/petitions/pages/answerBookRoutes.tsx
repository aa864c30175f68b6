import { conflict, notFound } from '../../kernel/errors.ts';
import { organRegister } from '../../organs/index.ts';
import { type AppContext, page, principalOf, type RouteTable } from '../../platform/http/index.ts';
import { answerPaper, parseFormat } from '../../platform/print/index.ts';
import { answerBook, MOST_IN_BOOK } from '../answerBook.ts';
import { tallyDialogue } from '../dialogues.ts';
import { isField } from '../fields.ts';
import { readPetitions } from '../policy.ts';
import { AnswerBookPage, type BookView, bookPaper } from './answerBook.tsx';
import { dialogueOf, namesFrom, todayOf } from './names.ts';
import { paperHead } from './paperHead.ts';

/** The answer book of a dialogue, on a page and as one document. */
export const answerBookRoutes: RouteTable = [
  { method: 'get', path: '/kien-nghi/doi-thoai/:id/so-tra-loi', may: readPetitions, handle: show },
  { method: 'get', path: '/kien-nghi/doi-thoai/:id/so-tra-loi/tai-ve/:dang', may: readPetitions, handle: print },
];

async function bookView(c: AppContext): Promise<BookView> {
  const { db } = c.get('services');
  const dialogue = await dialogueOf(c);
  const asked = c.req.query('linh-vuc');
  const field = isField(asked) ? asked : null;
  const [entries, tally] = await db.read(
    principalOf(c),
    answerBook(db.build, dialogue.id, field),
    tallyDialogue(db.build, dialogue.id),
  );
  const names = namesFrom(await organRegister(c.get('services')));
  return { dialogue, entries, field, tally, names, today: todayOf(c) };
}

async function show(c: AppContext): Promise<Response> {
  const view = await bookView(c);
  return page(c, { title: `Sổ trả lời: ${view.dialogue.title}` }, <AnswerBookPage {...view} />);
}

async function print(c: AppContext): Promise<Response> {
  const format = parseFormat(c.req.param('dang'));
  if (!format) throw notFound('dạng tệp này');
  const view = await bookView(c);
  if (view.entries.length > MOST_IN_BOOK) {
    throw conflict('dialogue.book.large', 'Sổ quá dài để in một lần. Hãy mở Sổ trả lời và tải theo từng lĩnh vực.');
  }
  const register = await organRegister(c.get('services'));
  const issuer = paperHead(register, view.dialogue.bodyId);
  return answerPaper(c, bookPaper(view, issuer), format, `so-tra-loi-doi-thoai-${view.dialogue.id}`);
}
