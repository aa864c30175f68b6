import { createHash } from 'node:crypto';
import { dayOf } from '../kernel/day.ts';
import { forbidden } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { cleanLine } from '../kernel/vietnamese.ts';
import { organRegister } from '../organs/index.ts';
import { writeOnce } from '../platform/db/writeOnce.ts';
import { type ExtractedText, mimeOf, readAtOnce, recognise } from '../platform/files/index.ts';
import type { Services } from '../platform/services.ts';
import { agencyContext } from './agencies.ts';
import { WITHOUT_PAGES } from './extracted.ts';
import { openDirective, type ReadDocument } from './openDirective.ts';
import { prepareDirectives } from './policy.ts';
import { inKeptText, readText } from './readText.ts';
import { askScan } from './scans/askScan.ts';
import { withSameFile } from './store/directive.ts';

type File = { kind: 'file'; bytes: Uint8Array; name: string };
type Paste = { kind: 'paste'; text: string };
/** What is fed in: a file, or text pasted into the form. */
export type Intake = File | Paste;

/** A directive taken in; `already` where the same content lies there from before, and nothing was added. */
export interface TakenIn {
  id: number;
  already: boolean;
}

/** A file that is read beside the request; `already` where it was sent before. */
export interface Scanning {
  scanId: number;
  already: boolean;
}

/** A file that takes longer is read beside the request: nobody looks at an empty page so long. */
const PATIENCE_MS = 8_000;
const PASTED_NAME = 'van-ban-dan.txt';

/**
 * Takes a document in: keeps the original, reads it, finds which organs its agencies are, and opens it at the reading desk.
 * Either all of that is stored or nothing. Pictures of pages and very long files are kept and read beside the request. A
 * text that calls itself secret is refused.
 * @throws Fault forbidden, invalid (field tep or noi-dung), tooLarge
 */
export function takeIn(services: Services, by: Principal, key: string, intake: Paste): Promise<TakenIn>;
export function takeIn(services: Services, by: Principal, key: string, intake: Intake): Promise<TakenIn | Scanning>;
export async function takeIn(
  services: Services,
  by: Principal,
  key: string,
  intake: Intake,
): Promise<TakenIn | Scanning> {
  const issuerOrganId = by.servesId;
  if (!prepareDirectives.allows(by) || issuerOrganId === null) {
    throw forbidden('Chỉ văn phòng của cơ quan ban hành mới nhận văn bản vào để giao việc.');
  }
  const { bytes, name, mediaType } = await originalOf(intake);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const [earlier] = await services.db.read(by, withSameFile(services.db.build, sha256));
  if (earlier[0]) return { id: earlier[0].id, already: true };

  const extracted = intake.kind === 'paste' ? { text: intake.text, ...WITHOUT_PAGES } : await readSoon(bytes, name);
  if (extracted === null) {
    const stored = await services.files.put(bytes);
    return services.db.write(by, (tx) =>
      writeOnce(tx, { key, purpose: 'directive.take_in', personId: by.personId }, () =>
        askScan(tx, by, { ...stored, name, mediaType }),
      ),
    );
  }
  const reading = await readText(services, by, extracted.text, intake.kind === 'file' ? 'tep' : 'noi-dung');
  const document: ReadDocument = {
    source: intake.kind === 'file' ? 'upload' : 'paste',
    original: { ...(await services.files.put(bytes)), name, mediaType },
    reading,
    extracted: inKeptText(extracted.text, extracted),
  };
  const at = agencyContext(await organRegister(services), by, dayOf(services.clock()), reading.document.title);
  return services.db.write(by, (tx) =>
    writeOnce(tx, { key, purpose: 'directive.take_in', personId: by.personId }, async () => ({
      id: await openDirective(tx, by, document, { config: services.config, issuerOrganId, at }),
      already: false,
    })),
  );
}

async function originalOf(intake: Intake): Promise<{ bytes: Uint8Array; name: string; mediaType: string }> {
  if (intake.kind === 'paste') {
    return { bytes: Buffer.from(intake.text, 'utf8'), name: PASTED_NAME, mediaType: mimeOf('txt') };
  }
  const kind = await recognise(intake.bytes, intake.name);
  return { bytes: intake.bytes, name: cleanLine(intake.name).slice(0, 200) || 'van-ban', mediaType: mimeOf(kind) };
}

/** The text of a file, or null where it takes longer than a person waits. */
async function readSoon(bytes: Uint8Array, name: string): Promise<ExtractedText | null> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const read = await readAtOnce(bytes, { name, signal });
    return 'needsOcr' in read ? null : read;
  } catch (error) {
    if (signal.aborted && error === signal.reason) return null;
    throw error;
  }
}
