import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { isFault } from '../../kernel/errors.ts';
import type { FormFault, SentForm } from '../../ui/index.ts';
import type { AppContext } from './context.ts';
import { statusOfFault } from './failure.tsx';
import { type Form, readForm } from './form.ts';

/** A form that failed: what was typed, what was wrong, and the status of the answer. */
export interface Failed {
  sent: SentForm;
  fault: FormFault;
  status: ContentfulStatusCode;
}

/** Faults that the form itself can show; the others become pages of their own. */
const SHOWN = new Set(['invalid', 'conflict', 'stale', 'tooMany', 'tooLarge']);

/** Reads the form and does the work; when that fails, shows the form again as it was. */
export async function submit(
  c: AppContext,
  work: (form: Form) => Promise<Response>,
  showAgain: (failed: Failed) => Response | Promise<Response>,
): Promise<Response> {
  const form = await readForm(c);
  try {
    return await work(form);
  } catch (error) {
    if (!isFault(error) || !SHOWN.has(error.kind)) throw error;
    return showAgain({ sent: form, fault: error, status: statusOfFault(error) });
  }
}
