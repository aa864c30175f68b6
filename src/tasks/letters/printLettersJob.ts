import type { Job } from '../../platform/jobs/index.ts';
import { type PaperFormat, type PrintDocument, print } from '../../platform/print/index.ts';
import type { Services } from '../../platform/services.ts';

type Given = Pick<Services, 'db' | 'files'>;

/**
 * Prints the letters that have no files yet and keeps the files: asked for as letters are issued, and every ten minutes in
 * case a server was killed half-way.
 */
export const printLettersJob = ({ db, files }: Given): Job => ({
  name: 'task.letters',
  cron: '*/10 * * * *',
  work: async () => {
    for (;;) {
      const letter = await db.system
        .selectFrom('reminder_letter')
        .where((e) => e.or([e('pdf_sha256', 'is', null), e('docx_sha256', 'is', null)]))
        .orderBy('id')
        .select(['id', 'document'])
        .limit(1)
        .executeTakeFirst();
      if (!letter) return;
      const keep = async (format: PaperFormat): Promise<string> =>
        (await files.put(await print(format, letter.document as PrintDocument))).sha256;
      await db.system
        .updateTable('reminder_letter')
        .set({ pdf_sha256: await keep('pdf'), docx_sha256: await keep('docx') })
        .where('id', '=', letter.id)
        .execute();
    }
  },
});
