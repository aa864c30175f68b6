/** A form that came back with faults: the window's title says so, and the keyboard starts at their summary. */
export function leadToErrors(): void {
  const summary = document.querySelector<HTMLElement>('.govuk-error-summary');
  if (!summary) return;
  document.title = `Lỗi: ${document.title}`;
  summary.focus();
  summary.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    const control = link && document.getElementById(link.hash.slice(1));
    if (!control) return;
    event.preventDefault();
    // The label comes into view with the control, not above the window's edge.
    (control.closest('.govuk-form-group') ?? control).scrollIntoView();
    control.focus({ preventScroll: true });
  });
}
