import type { VNode } from 'preact';
import { ErrorSummary } from '../../ui/index.ts';
import type { FailedForm } from './detailView.ts';

/** The fields in which people write sentences. */
const WRITTEN = ['ghi-chu', 'y-kien', 'ly-do', 'noi-dung', 'can-cu'];

/** Said above the page when somebody was faster; what was written is kept to be copied, since its form may be gone. */
export function Overtaken({ failed }: { failed: FailedForm | undefined }): VNode | null {
  if (!failed?.overtaken) return null;
  const written = WRITTEN.map((name) => failed.sent.values[name]?.trim()).filter(Boolean);
  return (
    <>
      <ErrorSummary fault={failed.fault} prefix="" />
      {written.length > 0 && (
        <div class="ts-panel">
          <h3>Bạn vừa ghi</h3>
          {written.map((text) => (
            <p class="ts-prose">{text}</p>
          ))}
        </div>
      )}
    </>
  );
}
