import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figure.ts';
import { load } from './tasks.ts';

const ORIGINALS = '../shared/corpus/originals';
const SCANS = ['059-scan.pdf', 'scan-2.pdf'];
const SECONDS = 6;

/** How quick the list of tasks stays while scans are being recognised; none where there are no scans to recognise. */
export async function listWhileReading(serverUrl: string, listPath: string, cookie: string): Promise<Figure[]> {
  const files = SCANS.map((file) => join(ORIGINALS, file));
  if (!files.every((file) => existsSync(file))) return [];
  const scans: string[] = [];
  for (const file of files) scans.push(await send(serverUrl, cookie, file));
  await untilRead(serverUrl, cookie, scans[0]!, 'started');
  const list = await load(serverUrl + listPath, cookie, SECONDS, 1);
  const left = await stateOf(serverUrl, cookie, scans.at(-1)!);
  if (list.failed > 0) throw new Error(`${list.failed} requests of the load failed`);
  if (left.state === 'read') throw new Error('the scans were read before the load ended: it measured nothing');
  await untilRead(serverUrl, cookie, scans.at(-1)!, 'read');
  return [{ name: 'read.scan.tasks.list.p99', value: list.p99, unit: 'ms', target: { most: 40 } }];
}

/** Sends a file as the form for a new document does; gives back the address of its recognition. */
async function send(serverUrl: string, cookie: string, file: string): Promise<string> {
  const form = new FormData();
  form.set('tep', new Blob([readFileSync(file)], { type: 'application/pdf' }), file.split('/').at(-1)!);
  const answer = await fetch(`${serverUrl}/van-ban/moi`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: serverUrl, Cookie: cookie },
    body: form,
  });
  const place = answer.headers.get('location') ?? '';
  if (!place.startsWith('/van-ban/nhan-dang/')) throw new Error(`sending a scan answered ${answer.status} ${place}`);
  return serverUrl + place;
}

async function stateOf(serverUrl: string, cookie: string, scan: string): Promise<{ state: string; percent: number }> {
  const answer = await fetch(`${scan}/tien-do`, { headers: { Cookie: cookie } });
  if (!answer.ok) throw new Error(`${scan.slice(serverUrl.length)} answered ${answer.status}`);
  return (await answer.json()) as { state: string; percent: number };
}

async function untilRead(serverUrl: string, cookie: string, scan: string, when: 'started' | 'read'): Promise<void> {
  const stop = performance.now() + 60_000;
  while (performance.now() < stop) {
    const { state } = await stateOf(serverUrl, cookie, scan);
    if (state === 'read' || (when === 'started' && state !== 'waiting')) return;
    if (!['waiting', 'reading'].includes(state)) throw new Error(`a scan ended as ${state}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error('a scan was not read within a minute');
}
