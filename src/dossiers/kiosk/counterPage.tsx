import type { VNode } from 'preact';
import { formatDay, formatInstant } from '../../kernel/day.ts';
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Columns,
  CopyBox,
  DataTable,
  Details,
  EmptyState,
  type FormFault,
  FormPage,
  formatNumber,
  Heading,
  KeyFact,
  LinkRow,
  PostButton,
  Section,
  type SentForm,
  TextField,
} from '../../ui/index.ts';
import { absent, BUSINESS, numberWords, servedBy, type Ticket, usualWait, waiting } from './model.ts';
import type { WaitDay } from './store.ts';

export interface CounterView {
  tickets: readonly Ticket[];
  /** The last days, the latest first. */
  days: readonly WaitDay[];
  personId: number;
  now: number;
  /** Addresses of the machine and the screen; null where no link was made yet. */
  links: { machine: string; screen: string } | null;
  /** Where this person sat last today. */
  counter: string;
  sent?: SentForm;
  fault?: FormFault;
}

/** The clerk's page: who is being served, who is next. */
export function CounterPage(view: CounterView): VNode {
  const { tickets, personId, now } = view;
  const served = servedBy(tickets, personId);
  const queue = waiting(tickets);
  const minutes = usualWait(tickets, now);
  return (
    <>
      <Breadcrumbs links={[{ label: 'Hồ sơ', href: '/ho-so' }]} />
      <Heading
        title="Gọi số"
        lead={`${formatNumber(queue.length)} người đang chờ${minutes === null ? '' : `; giờ qua chờ khoảng ${formatNumber(minutes)} phút`}`}
      />
      {view.links === null ? (
        <EmptyState title="Trung tâm chưa dùng số thứ tự">
          Tạo liên kết cho máy lấy số ở cửa và màn hình gọi số; mở liên kết đó trên hai máy là dùng được.
        </EmptyState>
      ) : (
        <Columns main={<Call view={view} served={served} />} side={<Lists queue={queue} gone={absent(tickets)} />} />
      )}
      <Waits days={view.days} />
      <Links links={view.links} />
    </>
  );
}

function Call({ view, served }: { view: CounterView; served: Ticket | undefined }): VNode {
  return (
    <>
      <KeyFact
        label={served ? `Đang tiếp, quầy ${served.counter}` : 'Đang tiếp'}
        value={served ? numberWords(served.number) : 'chưa ai'}
        tail={served ? BUSINESS[served.kind] : undefined}
      />
      <FormPage action="/ho-so/so-cho/goi" sent={view.sent} fault={view.fault} keep={false}>
        <input type="hidden" name="dang-tiep" value={served?.number ?? ''} />
        <TextField
          name="quay"
          label="Quầy số"
          value={view.counter}
          width={4}
          maxLength={20}
          inputMode="numeric"
          autocomplete="off"
        />
        <LinkRow>
          <Button>{served ? 'Xong, gọi số tiếp' : 'Gọi số tiếp'}</Button>
          {served && (
            <Button kind="secondary" name="so" value={String(served.number)}>
              Gọi lại {numberWords(served.number)}
            </Button>
          )}
        </LinkRow>
        {absent(view.tickets).length > 0 && (
          <LinkRow>
            {absent(view.tickets).map((t) => (
              <Button kind="secondary" small name="so" value={String(t.number)}>
                Gọi lại {numberWords(t.number)} (vắng)
              </Button>
            ))}
          </LinkRow>
        )}
      </FormPage>
      {served && (
        <LinkRow>
          <ButtonLink href={served.kind === 'result' ? '/ho-so?xem=tra' : '/ho-so/tiep-nhan'}>
            {served.kind === 'result' ? 'Trả kết quả' : 'Tiếp nhận hồ sơ'}
          </ButtonLink>
          <PostButton kind="secondary" action="/ho-so/so-cho/vang" fields={{ so: String(served.number) }}>
            Vắng mặt
          </PostButton>
          <PostButton kind="secondary" action="/ho-so/so-cho/xong" fields={{ so: String(served.number) }}>
            Xong, nghỉ gọi
          </PostButton>
        </LinkRow>
      )}
    </>
  );
}

function Lists({ queue, gone }: { queue: readonly Ticket[]; gone: readonly Ticket[] }): VNode {
  return (
    <Section title="Đang chờ">
      <div data-kiosk="waiting">
        <div data-kiosk-live>
          <DataTable
            caption="Số đang chờ"
            rows={queue.slice(0, 15)}
            columns={[
              { title: 'Số', narrow: true, cell: (t) => numberWords(t.number) },
              { title: 'Việc', cell: (t) => BUSINESS[t.kind] },
              { title: 'Lấy lúc', cell: (t) => formatInstant(t.takenAt) },
            ]}
            empty={<p>Không có ai chờ.</p>}
          />
          {queue.length > 15 && <p>và {formatNumber(queue.length - 15)} người nữa.</p>}
          {gone.length > 0 && <p>Vắng khi gọi: {gone.map((t) => numberWords(t.number)).join(', ')}.</p>}
        </div>
      </div>
    </Section>
  );
}

const minutesWords = (minutes: number | null): string => (minutes === null ? '–' : `${formatNumber(minutes)} phút`);

/** How long one waited, day by day. */
function Waits({ days }: Pick<CounterView, 'days'>): VNode | null {
  if (days.length === 0) return null;
  return (
    <Section title="Chờ bao lâu">
      <DataTable
        caption="Thời gian chờ theo ngày, từ lúc lấy số đến lúc được gọi"
        rows={days}
        columns={[
          { title: 'Ngày', narrow: true, cell: (d) => formatDay(d.day) },
          { title: 'Lấy số', numeric: true, cell: (d) => formatNumber(d.taken) },
          { title: 'Vắng', numeric: true, cell: (d) => formatNumber(d.missed) },
          { title: 'Một nửa chờ không quá', numeric: true, cell: (d) => minutesWords(d.median) },
          { title: 'Lâu nhất', numeric: true, cell: (d) => minutesWords(d.longest) },
        ]}
      />
    </Section>
  );
}

function Links({ links }: Pick<CounterView, 'links'>): VNode {
  if (!links) return <PostButton action="/ho-so/so-cho/lien-ket">Tạo liên kết</PostButton>;
  return (
    <Details summary="Máy lấy số và màn hình gọi số">
      <CopyBox id="may" label="Mở trên máy lấy số" text={links.machine} />
      <CopyBox id="man-hinh" label="Mở trên màn hình" text={links.screen} />
      <p>Ai có liên kết đều lấy được số. Nếu liên kết lộ ra ngoài, hãy đổi; liên kết cũ thôi dùng được ngay.</p>
      <PostButton kind="warning" action="/ho-so/so-cho/lien-ket">
        Đổi liên kết
      </PostButton>
    </Details>
  );
}
