import type { VNode } from 'preact';
import {
  Breadcrumbs,
  ButtonLink,
  DataTable,
  formatNumber,
  formatPercent,
  formatSize,
  Heading,
  LinkRow,
  Notice,
} from '../../ui/index.ts';
import type { Dialogue } from '../dialogues.ts';
import { MOST_FAULTS } from '../imports/checkTable.ts';
import type { ImportState, PetitionImport } from '../imports/store.ts';
import { dialogueCrumbs } from './dialogueCrumbs.ts';

export const IMPORT_STATES: Record<ImportState, string> = {
  waiting: 'đang chờ',
  working: 'đang nhập',
  done: 'đã nhập xong',
  faulty: 'có dòng cần sửa, chưa nhập',
  failed: 'không đọc được',
};

/** A table on its way into a dialogue: how far it is, what came of it, or which rows have to be mended. */
export function ImportPage({ dialogue, found }: { dialogue: Dialogue; found: PetitionImport }): VNode {
  const running = found.state === 'waiting' || found.state === 'working';
  return (
    <>
      <Breadcrumbs links={dialogueCrumbs(dialogue)} />
      <Heading caption={`${found.name} (${formatSize(found.size)})`} title={TITLES[found.state]} />
      {running && <Running found={found} />}
      {found.state === 'failed' && <Notice tone="warning" title="Lý do" text={found.failure ?? ''} />}
      {found.state === 'done' && (
        <p>
          Đã thêm {formatNumber(found.added)} kiến nghị từ {formatNumber(found.rowCount)} dòng.
          {found.known > 0 && ` ${formatNumber(found.known)} dòng chương trình đã có từ trước nên bỏ qua.`}
        </p>
      )}
      {found.state === 'faulty' && <Faults found={found} />}
      {!running && (
        <LinkRow>
          <ButtonLink href={`/kien-nghi/doi-thoai/${dialogue.id}`}>
            {found.state === 'done' ? 'Xem chương trình, giao trả lời' : 'Về chương trình, tải lên lại'}
          </ButtonLink>
        </LinkRow>
      )}
    </>
  );
}

const TITLES: Record<ImportState, string> = {
  waiting: 'Đang nhập bảng kiến nghị',
  working: 'Đang nhập bảng kiến nghị',
  done: 'Đã nhập xong',
  faulty: 'Có dòng cần sửa',
  failed: 'Không nhập được tệp này',
};

function Running({ found }: { found: PetitionImport }): VNode {
  const words =
    found.state === 'waiting'
      ? 'Tệp đang chờ đến lượt'
      : found.done > 0
        ? `Đang ghi ${formatNumber(found.rowCount)} dòng`
        : `Đang kiểm tra, đã xem ${formatNumber(found.rowCount)} dòng`;
  return (
    <>
      <noscript>
        <meta http-equiv="refresh" content="3" />
      </noscript>
      <label for="tien-do" data-import-runs>
        {words}
      </label>
      <progress id="tien-do" max={1} value={found.done}>
        {formatPercent(found.done)}
      </progress>
      <p>
        Trang tự tải lại. Bạn có thể rời trang này và làm việc khác: máy vẫn nhập tiếp. Chỉ khi mọi dòng đều đúng, cả
        bảng mới được ghi.
      </p>
    </>
  );
}

function Faults({ found }: { found: PetitionImport }): VNode {
  return (
    <>
      <p>
        {formatNumber(found.faultCount)} chỗ trong {formatNumber(found.rowCount)} dòng cần sửa.{' '}
        <b>Chưa dòng nào được ghi.</b> Hãy sửa các dòng dưới đây trong bảng rồi tải lên lại.
      </p>
      <DataTable
        caption="Các dòng cần sửa"
        rows={found.faults}
        columns={[
          { title: 'Dòng', numeric: true, cell: (f) => formatNumber(f.line) },
          { title: 'Cần sửa', cell: (f) => f.message },
        ]}
      />
      {found.faultCount > found.faults.length && (
        <p class="ts-quiet">Đây là {formatNumber(MOST_FAULTS)} chỗ đầu tiên; sửa xong sẽ thấy các chỗ còn lại.</p>
      )}
    </>
  );
}
