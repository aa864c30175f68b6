import { type AppContext, principalOf, type RouteTable } from '../platform/http/index.ts';
import { PAGE_SIZE, parseFilter } from './filter.ts';
import { organName } from './pages/deskView.ts';
import { directiveOf, registerOf } from './pages/shared.ts';
import { readDirectives } from './policy.ts';
import { countDirectives, type Directive, type DirectiveHead, listDirectives } from './store/directive.ts';
import { type Sent, sentTo } from './store/distribution.ts';

/** The directives as JSON for other systems, under the policy of the pages. */
export const directiveApi: RouteTable = [
  { method: 'get', path: '/api/van-ban', may: readDirectives, handle: list },
  { method: 'get', path: '/api/van-ban/:id', may: readDirectives, handle: one },
];

type NameOf = (id: number) => string;

async function list(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const filter = parseFilter(c.req.query());
  const [rows, counts] = await db.read(principal, listDirectives(db.build, filter), countDirectives(db.build, filter));
  const register = await registerOf(c);
  return c.json({
    directives: rows.map((row) => ({
      ...presentHead(row, (id) => organName(register, id)),
      sent: row.sent,
      unacknowledged: row.unacknowledged,
    })),
    page: filter.page,
    pageSize: PAGE_SIZE,
    counts: Object.fromEntries(counts.map((row) => [row.state, row.count])),
  });
}

async function one(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const directive = await directiveOf(c);
  const [sent] = await db.read(principalOf(c), sentTo(db.build, directive.id));
  const register = await registerOf(c);
  return c.json(presentDirective(directive, sent, (id) => organName(register, id)));
}

/** The only ways in which a directive becomes JSON. */
const presentHead = (d: DirectiveHead, nameOf: NameOf) => ({
  id: d.id,
  state: d.state,
  type: d.type,
  number: d.number,
  symbol: d.symbol,
  title: d.title,
  issuedOn: d.issuedOn,
  issuer: { id: d.issuerOrganId, name: nameOf(d.issuerOrganId) },
});

const presentDirective = (d: Directive, sent: readonly Sent[], nameOf: NameOf) => ({
  ...presentHead(d, nameOf),
  signer: d.signer,
  signerTitle: d.signerTitle,
  urgency: d.urgency,
  text: d.text,
  references: d.reading.references,
  replacesId: d.replacesId,
  replacedById: d.replacedById,
  sameAsId: d.sameAsId,
  endReason: d.endReason,
  recipients: sent.map((s) => ({
    organ: { id: s.organId, name: s.organName },
    reason: s.reason,
    sentAt: new Date(s.sentAt).toISOString(),
    acknowledgedAt: s.acknowledgedAt === null ? null : new Date(s.acknowledgedAt).toISOString(),
  })),
});
