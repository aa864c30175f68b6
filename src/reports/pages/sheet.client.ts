import type { ReportField } from '../model.ts';
import { fieldName, readValue } from '../values.ts';

/** Tells at a field what the server would refuse, by the same rule, as soon as one leaves it. Without it the server tells. */
type Box = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function show(box: Box, fault: string | undefined): void {
  const group = box.closest('.govuk-form-group');
  const id = `${box.id}-loi`;
  document.getElementById(id)?.remove();
  group?.classList.toggle('govuk-form-group--error', fault !== undefined);
  box.classList.toggle(`${box.classList[0]}--error`, fault !== undefined);
  const others = (box.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one !== '' && one !== id);
  box.setAttribute('aria-describedby', (fault === undefined ? others : [...others, id]).join(' '));
  if (fault === undefined) {
    box.removeAttribute('aria-invalid');
    return;
  }
  box.setAttribute('aria-invalid', 'true');
  const line = document.createElement('p');
  line.id = id;
  line.className = 'govuk-error-message';
  line.setAttribute('role', 'alert');
  line.textContent = fault;
  (box.closest('.govuk-input__wrapper') ?? box).before(line);
}

const told = document.querySelector('[data-report-fields]');
for (const field of told ? (JSON.parse(told.textContent ?? '[]') as ReportField[]) : []) {
  const box = document.querySelector<Box>(`[name="${fieldName(field.key)}"]`);
  box?.addEventListener('change', () => {
    const read = readValue(field, box.value);
    show(box, 'fault' in read ? read.fault : undefined);
  });
}
