const WHOLE_NAME = /^Trung tâm Phục vụ hành chính công\s+(?=\S)/;

/** Service centres to tick among many: each by its commune, in the order in which people look for them. */
export function centreChoices(centres: readonly { organId: number; name: string }[]) {
  const proper = (label: string): string => label.replace(/^(xã|phường|đặc khu)\s+/i, '');
  return centres
    .map(({ organId, name }) => ({ value: String(organId), label: name.replace(WHOLE_NAME, '') }))
    .sort((a, b) => proper(a.label).localeCompare(proper(b.label), 'vi'));
}
