import { invalid, isFault } from '../../kernel/errors.ts';
import { cleanLine, cleanText } from '../../kernel/vietnamese.ts';
import { clientAddress } from '../../platform/accounts/index.ts';
import { statusOfFault } from '../../platform/http/failure.tsx';
import {
  type AppContext,
  everybody,
  type Form,
  page,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../platform/http/index.ts';
import { dossierRules } from '../rules.ts';
import { type LookedUp, lookUp, rate } from './lookUp.ts';
import { LookedUpPage, LookupPage, RatingPage } from './pages.tsx';
import { isPass, passFor } from './pass.ts';

/** For everybody, without an account. */
export const lookupRoutes: RouteTable = [
  { method: 'get', path: '/tra-cuu', may: everybody, handle: (c) => ask(c) },
  { method: 'post', path: '/tra-cuu', may: everybody, handle: answer },
  { method: 'post', path: '/tra-cuu/danh-gia', may: everybody, handle: takeRating },
];

const ask = (c: AppContext, failed?: { form: Form; fault: Error }): Response | Promise<Response> => {
  const fault = failed && isFault(failed.fault) ? failed.fault : undefined;
  return page(
    c,
    { title: 'Tra cứu hồ sơ', ...(fault ? { status: statusOfFault(fault) } : {}) },
    <LookupPage code={cleanLine(c.req.query('ma') ?? '').slice(0, 60)} sent={failed?.form} fault={fault} />,
  );
};

/** What was told stays in the form's body: neither address nor log ever holds it. */
async function answer(c: AppContext): Promise<Response> {
  const { db, clock } = c.get('services');
  const form = await readForm(c);
  try {
    const { ma = '', 'xac-nhan': fact = '' } = form.values;
    return await show(c, await lookUp(db, { code: ma, fact, address: clientAddress(c) }, clock()));
  } catch (error) {
    if (!isFault(error) || !['invalid', 'tooMany'].includes(error.kind)) throw error;
    return ask(c, { form, fault: error });
  }
}

async function show(c: AppContext, found: LookedUp): Promise<Response> {
  const { clock, config } = c.get('services');
  const { book, places } = await dossierRules(c.get('services'));
  const names = { organName: places.name, procedure: book.version(found.procedureVersionId) };
  return page(
    c,
    { title: `Hồ sơ ${found.code}` },
    <LookedUpPage {...{ found, names }} pass={passFor(config.secret, found.code, clock())} now={clock()} />,
  );
}

async function takeRating(c: AppContext): Promise<Response> {
  const { db, clock, config } = c.get('services');
  const form = await readForm(c);
  const { ma = '', the = '', muc = '', 'gop-y': words = '' } = form.values;
  if (!isPass(config.secret, ma, the, clock()))
    return redirectWith(c, '/tra-cuu', {
      tone: 'warning',
      text: 'Trang đã mở quá lâu. Hãy tra cứu lại rồi gửi đánh giá.',
    });
  if (!/^[1-5]$/.test(muc)) {
    const fault = invalid('rating.stars', 'Hãy chọn một mức hài lòng.', 'muc');
    return page(c, { title: 'Đánh giá', status: 422 }, <RatingPage code={ma} pass={the} sent={form} fault={fault} />);
  }
  const taken = await rate(db, ma, Number(muc), cleanText(words).trim().slice(0, 2000));
  return redirectWith(
    c,
    '/tra-cuu',
    taken
      ? { tone: 'success', text: 'Đã nhận đánh giá. Cảm ơn ông, bà.' }
      : { tone: 'info', text: 'Hồ sơ này đã được đánh giá trước đó; mỗi hồ sơ đánh giá một lần.' },
  );
}
