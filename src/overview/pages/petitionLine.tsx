import type { VNode } from 'preact';
import type { PetitionCounts } from '../../petitions/index.ts';
import { formatNumber } from '../../ui/index.ts';

/** What petitions wait for this organ, in one line with the way there; nothing where none do. */
export function PetitionLine({ counts }: { counts: PetitionCounts | undefined }): VNode | null {
  if (!counts) return null;
  const parts = [
    counts.toAssign > 0 ? `${formatNumber(counts.toAssign)} chờ phân công` : '',
    counts.toAnswer > 0 ? `${formatNumber(counts.toAnswer)} chờ trả lời` : '',
    counts.late > 0 ? `${formatNumber(counts.late)} quá hạn` : '',
    counts.toJudge > 0 ? `${formatNumber(counts.toJudge)} đã có trả lời, chờ ý kiến của bạn` : '',
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <p>
      <a href="/kien-nghi">Kiến nghị</a>: {parts.join(' · ')}
    </p>
  );
}
