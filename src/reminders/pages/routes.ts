import { dayOf } from '../../kernel/day.ts';
import { notFound } from '../../kernel/errors.ts';
import { type AppContext, everybody, type RouteTable } from '../../platform/http/index.ts';
import { calendarOf, calendarOwner } from '../calendarFeed.ts';
import { readNotices, setRules, watchMails } from '../policy.ts';
import { postAgain, showMails } from './mails.tsx';
import { postRead, showNotices } from './notices.tsx';
import { postRules, showRules } from './rules.tsx';
import { postCalendar, postSettings, showSettings } from './settings.tsx';

export const reminderRoutes: RouteTable = [
  { method: 'get', path: '/thong-bao', may: readNotices, handle: showNotices },
  { method: 'post', path: '/thong-bao/da-doc', may: readNotices, handle: postRead },
  { method: 'get', path: '/thong-bao/cai-dat', may: readNotices, handle: (c) => showSettings(c) },
  { method: 'post', path: '/thong-bao/cai-dat', may: readNotices, handle: postSettings },
  { method: 'post', path: '/thong-bao/lich', may: readNotices, handle: postCalendar },
  { method: 'get', path: '/thong-bao/thu', may: watchMails, handle: showMails },
  { method: 'post', path: '/thong-bao/thu/:id/gui-lai', may: watchMails, handle: postAgain },
  { method: 'get', path: '/thong-bao/quy-tac', may: setRules, handle: (c) => showRules(c) },
  { method: 'post', path: '/thong-bao/quy-tac', may: setRules, handle: postRules },
  // A calendar program cannot sign in: the address itself is the secret.
  { method: 'get', path: '/lich/:tep', may: everybody, handle: feed },
];

async function feed(c: AppContext): Promise<Response> {
  const { db, config, clock } = c.get('services');
  const token = /^(.+)\.ics$/.exec(c.req.param('tep') ?? '')?.[1];
  const personId = token && (await calendarOwner(db.system, token));
  if (!personId) throw notFound('lịch này');
  return new Response(await calendarOf(db, personId, dayOf(clock()), config.publicUrl), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, no-store',
      'Content-Disposition': 'inline; filename="thong-suot.ics"',
    },
  });
}
