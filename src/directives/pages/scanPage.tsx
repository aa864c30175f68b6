import type { VNode } from 'preact';
import {
  Breadcrumbs,
  Details,
  type FormFault,
  FormPage,
  formatSize,
  Heading,
  LinkRow,
  Notice,
  PostButton,
  type SentForm,
  TextArea,
} from '../../ui/index.ts';
import type { Scan } from '../scans/store.ts';
import { howFar, percentOf } from './scanWords.ts';

export interface ScanView {
  scan: Scan;
  /** How many files stand before it. */
  before: number;
  sent?: SentForm;
  fault?: FormFault;
}

/** A file on its way to the reading desk: how far it is, or why it does not get there and what to do instead. */
export function ScanPage(view: ScanView): VNode {
  const { scan } = view;
  const running = scan.state === 'waiting' || scan.state === 'reading';
  return (
    <>
      <Breadcrumbs
        links={[
          { href: '/van-ban', label: 'Văn bản' },
          { href: '/van-ban/moi', label: 'Nhận văn bản mới' },
        ]}
      />
      <Heading
        caption={scan.state === 'refused' ? undefined : <File scan={scan} />}
        title={running ? 'Đang nhận dạng chữ trong tệp' : TITLES[scan.state]}
      />
      {running ? <Running {...view} /> : scan.state === 'refused' ? <Refused {...view} /> : <Stopped {...view} />}
    </>
  );
}

const TITLES: Record<Scan['state'], string> = {
  waiting: '',
  reading: '',
  read: 'Đã nhận dạng xong',
  failed: 'Không nhận dạng được tệp này',
  cancelled: 'Đã dừng nhận dạng',
  refused: 'Văn bản mật, không nhận vào hệ thống',
};

const File = ({ scan }: { scan: Scan }): VNode => (
  <>
    <a href={`/van-ban/nhan-dang/${scan.id}/tep`}>{scan.name}</a> ({formatSize(scan.size)})
  </>
);

function Running({ scan, before, ...form }: ScanView): VNode {
  const words = howFar(scan);
  return (
    <>
      <noscript>
        <meta http-equiv="refresh" content="4" />
      </noscript>
      <div class="scan-state" data-scan={scan.id} data-state={scan.state}>
        <label for="tien-do" data-scan-words>
          {sentence(words)}
          {scan.state === 'waiting' && before > 0 && `, trước đó còn ${before} tệp`}
        </label>
        <progress id="tien-do" max={100} value={percentOf(scan)}>
          {percentOf(scan)}%
        </progress>
        <p class="govuk-visually-hidden" role="status" data-scan-said />
      </div>
      <p>
        Bạn có thể rời trang này và làm việc khác: máy vẫn đọc tiếp, xong thì văn bản ở danh sách “Đang đọc”. Thường mất
        vài giây mỗi trang.
      </p>
      <noscript>
        <p>
          Trang tự tải lại sau vài giây. <a href={`/van-ban/nhan-dang/${scan.id}`}>Tải lại ngay</a>
        </p>
      </noscript>
      <LinkRow>
        <PostButton kind="secondary" action={`/van-ban/nhan-dang/${scan.id}/huy`}>
          Dừng nhận dạng
        </PostButton>
        <a href="/van-ban">Về danh sách văn bản</a>
      </LinkRow>
      {form.fault ? (
        <TypeInstead scan={scan} {...form} />
      ) : (
        <Details summary="Không muốn chờ: tự gõ hoặc dán nội dung">
          <TypeInstead scan={scan} {...form} />
        </Details>
      )}
    </>
  );
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function Stopped({ scan, ...form }: ScanView): VNode {
  return (
    <>
      {scan.state === 'failed' && <Notice tone="warning" title="Lý do" text={scan.failure ?? ''} />}
      <p>Tệp vẫn được giữ. Bạn có thể cho máy đọc lại, hoặc mở tệp rồi gõ, dán nội dung vào ô dưới.</p>
      <LinkRow>
        <PostButton kind="secondary" action={`/van-ban/nhan-dang/${scan.id}/doc-lai`}>
          Nhận dạng lại
        </PostButton>
        {scan.state === 'failed' && (
          <PostButton kind="secondary" action={`/van-ban/nhan-dang/${scan.id}/huy`}>
            Bỏ tệp này
          </PostButton>
        )}
        <a href={`/van-ban/nhan-dang/${scan.id}/tep`}>Mở tệp</a>
      </LinkRow>
      <TypeInstead scan={scan} {...form} />
    </>
  );
}

const Refused = ({ scan }: ScanView): VNode => (
  <>
    <Notice tone="warning" title="Không nhận" text={scan.failure ?? ''} />
    <p>Tệp đã được xóa khỏi kho.</p>
    <LinkRow>
      <a href="/van-ban">Về danh sách văn bản</a>
    </LinkRow>
  </>
);

function TypeInstead({ scan, sent, fault }: Omit<ScanView, 'before'>): VNode {
  return (
    <FormPage
      action={`/van-ban/nhan-dang/${scan.id}/go`}
      sent={sent}
      fault={fault}
      submit="Đọc nội dung này"
      prefix="go"
    >
      <TextArea
        name="noi-dung"
        label="Nội dung văn bản"
        hint="Tệp đã tải lên được giữ làm bản gốc của văn bản."
        rows={10}
      />
    </FormPage>
  );
}
