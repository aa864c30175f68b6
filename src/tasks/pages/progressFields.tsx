import type { VNode } from 'preact';
import { FileField, TextArea, TextField } from '../../ui/index.ts';

/**
 * What an office or a person tells of its part: what was done, how far, with what papers.
 * @param addedUp the progress is the sum of parts passed on, and not typed
 */
export function ProgressFields({ percent, addedUp }: { percent: number; addedUp: boolean }): VNode {
  return (
    <>
      <TextArea name="ghi-chu" label="Đã làm được gì" rows={3} maxLength={4000} value="" />
      {addedUp ? (
        <>
          <input type="hidden" name="tien-do" value={percent} />
          <p class="ts-quiet">Tiến độ {percent} % được cộng từ các phần việc đã giao.</p>
        </>
      ) : (
        <TextField name="tien-do" label="Tiến độ" suffix="%" width={4} inputMode="numeric" value={String(percent)} />
      )}
      <FileField name="tep" label="Văn bản kết quả" optional multiple maxBytes={20_000_000} />
    </>
  );
}
