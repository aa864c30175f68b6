import type { Principal } from '../../kernel/principal.ts';
import { organRegister } from '../../organs/index.ts';
import type { Services } from '../../platform/services.ts';
import { askTrial } from './askTakeover.ts';
import { centresFor } from './policy.ts';

/** Keeps an export and puts it in line to be rehearsed, for those who load data by program. @returns the rehearsal's id */
export async function rehearseTakeover(
  services: Services,
  by: Principal,
  { system, name, bytes }: { system: string; name: string; bytes: Uint8Array },
): Promise<number> {
  const stored = await services.files.put(bytes);
  const centreIds = centresFor(by, await organRegister(services));
  return services.db.write(by, (tx) => askTrial(tx, by, { system, centreIds, file: { ...stored, name } }));
}
