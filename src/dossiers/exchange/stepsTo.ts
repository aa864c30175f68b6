import { conflict, invalid } from '../../kernel/errors.ts';
import type { Standing } from '../standing.ts';
import type { Status } from '../status.ts';
import type { Destination, DossierStep, DueTold } from '../steps.ts';
import type { Pushed } from './national.ts';

/** What the steps towards a status need to know beside the status. */
export interface Towards {
  at: number;
  /** Who resolves it: where a dossier lies that another system works on. */
  place: Destination;
  /** The date promised, as reckoned after the stops up to now; told by the owner where it tells one. */
  due(stops: Standing['pauses']): DueTold;
}

const NEEDS_REASON: readonly Status[] = [3, 5, 6, 7, 8];
const AFTER_RECEPTION: readonly Status[] = [2, 4, 6, 8, 9, 10];
const WHILE_RUNNING: readonly Status[] = [3, 4, 5, 6, 9, 10];

/**
 * The steps that lead a dossier to the status that its owner tells; those in between are taken as well, because other systems tell
 * only where they have come to. Pure. None: it is there already.
 * @throws Fault conflict where no way leads there, invalid (field LyDo)
 */
export function stepsTo(d: Standing, told: Pushed, { at, place, due }: Towards): DossierStep[] {
  const target = told.TrangThaiHoSoId;
  if (target === d.status) return [];
  if (d.closedAt !== null)
    throw conflict('status.closed', 'Hồ sơ này đã kết thúc ở đây nên không đổi trạng thái được nữa.');
  if (target === 1 || (target === 2 && d.receivedAt !== null) || (d.status === 9 && target !== 10)) {
    throw conflict('status.back', `Hồ sơ đang ở trạng thái ${d.status}, không lùi về trạng thái ${target} được.`);
  }
  const reason = told.LyDo.trim();
  if (NEEDS_REASON.includes(target) && reason === '')
    throw invalid('status.reason', 'Trạng thái này cần lý do để báo cho người nộp.', 'LyDo');

  const steps: DossierStep[] = [];
  const receives = d.receivedAt === null && AFTER_RECEPTION.includes(target);
  if (receives) {
    const money = { fee: told.LePhi ?? d.fee, money: d.money };
    steps.push({ kind: 'received', at, arrival: null, personId: null, ...money, ...due([]) });
  } else if (d.receivedAt !== null && WHILE_RUNNING.includes(target)) {
    const stops = d.pauses.map((pause) => ({ ...pause, to: pause.to ?? at }));
    if (d.status === 5) steps.push({ kind: 'supplemented', at, note: reason, ...due(stops) });
    if (d.status === 6) steps.push({ kind: 'paid', at, note: reason, ...due(stops) });
  }
  const last = lastStep(d, target, told, { at, place, reason });
  if (last.length > 0 && !(target === 4 && steps.at(-1)?.kind !== 'received' && steps.length > 0)) steps.push(...last);
  return steps;
}

function lastStep(
  d: Standing,
  target: Status,
  told: Pushed,
  { at, place, reason }: { at: number; place: Destination; reason: string },
): DossierStep[] {
  const delivered: DossierStep = {
    kind: 'delivered',
    at,
    way: d.deliveryWay,
    receiver: told.NguoiNhan ?? 'Theo hệ thống giữ hồ sơ',
  };
  const resolved: DossierStep = {
    kind: 'resolved',
    at,
    result: {
      title: told.TenGiayTo ?? 'Kết quả giải quyết',
      number: told.MaGiayToKetQua ?? '',
      issuedOn: new Date(at + 7 * 3_600_000).toISOString().slice(0, 10) as never,
      signed: true,
      granted: true,
    },
    returnHandover: false,
  };
  switch (target) {
    case 3:
      return [{ kind: 'refused', at, reason }];
    case 4:
      return [{ kind: 'passed', at, note: '', personId: null, ...place }];
    case 5:
      return [{ kind: 'supplement_asked', at, reason, answerBy: null }];
    case 6:
      return [{ kind: 'payment_asked', at, reason, fee: told.LePhi ?? d.fee, answerBy: null }];
    case 7:
      return [{ kind: 'withdrawn', at, reason }];
    case 8:
      return [{ kind: 'stopped', at, reason }];
    case 9:
      return [resolved];
    case 10:
      return d.status === 9 ? [delivered] : [resolved, delivered];
    default:
      return [];
  }
}
