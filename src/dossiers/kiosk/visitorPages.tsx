import type { VNode } from 'preact';
import { formatInstant } from '../../kernel/day.ts';
import { Button, type FormFault, FormPage, formatNumber, Heading, type SentForm } from '../../ui/index.ts';
import { BUSINESS, numberWords, onScreen, type Ticket, usualWait, waiting } from './model.ts';

interface Room {
  token: string;
  centre: string;
  tickets: readonly Ticket[];
  now: number;
}

/** The machine at the door: one press, one number. Works without scripts. */
export function MachinePage(props: Room & { sent?: SentForm; fault?: FormFault }): VNode {
  const { token, centre, tickets, now } = props;
  return (
    <div class="ts-kiosk" data-kiosk="machine">
      <Heading title="Lấy số thứ tự" caption={centre} lead="Ông, bà đến làm việc gì? Bấm một ô dưới đây." />
      <FormPage action={`/quay/${token}`} sent={props.sent} fault={props.fault} keep={false}>
        <div class="ts-kiosk-choices">
          {Object.entries(BUSINESS).map(([kind, words]) => (
            <Button name="loai" value={kind}>
              {words}
            </Button>
          ))}
        </div>
      </FormPage>
      <p>
        {ahead(waiting(tickets).length)}
        {waitWords(tickets, now)}
      </p>
    </div>
  );
}

const ahead = (count: number): string =>
  count === 0 ? 'Chưa có ai chờ.' : `Đang có ${formatNumber(count)} người chờ.`;

/** Said only where the last hour knows it. */
function waitWords(tickets: readonly Ticket[], now: number): string {
  const minutes = usualWait(tickets, now);
  if (minutes === null) return '';
  return ` Trong giờ qua, một nửa số người chờ không quá ${formatNumber(minutes)} phút.`;
}

/** The number in the visitor's hand, printed as a small slip. */
export function SlipPage(props: Room & { ticket: Ticket }): VNode {
  const { token, centre, tickets, ticket, now } = props;
  const before = waiting(tickets).filter((t) => t.number < ticket.number).length;
  return (
    <div class="ts-kiosk ts-slip" data-kiosk="slip" data-back={`/quay/${token}`}>
      <p>{centre}</p>
      <h1 class="ts-slip-number">
        <span class="govuk-visually-hidden">Số của ông, bà: </span>
        {numberWords(ticket.number)}
      </h1>
      <p>
        <b>{BUSINESS[ticket.kind]}</b>
        <br />
        Lấy lúc {formatInstant(ticket.takenAt)}
      </p>
      {ticket.calledAt === null ? (
        <p>
          {before === 0 ? 'Không có ai chờ trước.' : `${formatNumber(before)} người chờ trước.`}
          {waitWords(tickets, now)} Xin chờ gọi số trên màn hình; số chỉ dùng trong ngày.
        </p>
      ) : (
        <p>Số này đã được gọi đến quầy {ticket.counter}.</p>
      )}
      <p class="ts-kiosk-after">
        <button type="button" class="govuk-button" data-print hidden>
          In số
        </button>{' '}
        <a class="govuk-link" href={`/quay/${token}`}>
          Người tiếp theo lấy số
        </a>
      </p>
    </div>
  );
}

/** On the wall: whom which counter calls. Without scripts it reloads itself; with them it lives through a lost line. */
export function ScreenPage({ centre, tickets, now }: Omit<Room, 'token'>): VNode {
  const called = onScreen(tickets);
  return (
    <div class="ts-kiosk ts-kiosk-screen" data-kiosk="screen">
      <noscript>
        <meta http-equiv="refresh" content="5" />
      </noscript>
      <Heading title="Mời đến quầy" caption={centre} />
      <p class="ts-notice ts-notice--warning" data-kiosk-lost hidden>
        Mất kết nối, số trên màn hình có thể đã cũ. Xin nghe gọi số tại quầy.
      </p>
      <div data-kiosk-live>
        {called.length === 0 ? (
          <p class="ts-kiosk-none">Chưa gọi số nào.</p>
        ) : (
          <ol class="ts-kiosk-calls" aria-live="polite">
            {called.slice(0, 6).map((t) => (
              <li>
                <b>{numberWords(t.number)}</b> <span>Quầy {t.counter}</span>
              </li>
            ))}
          </ol>
        )}
        <p>
          {ahead(waiting(tickets).length)}
          {waitWords(tickets, now)} Cập nhật lúc {formatInstant(now)}.
        </p>
      </div>
    </div>
  );
}
