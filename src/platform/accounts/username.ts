/** Names that people can be given: as in an office's mail address, three to sixty signs. */
export const isUsername = (text: string): boolean => /^[a-z0-9](?:[a-z0-9._-]{1,58})[a-z0-9]$/.test(text);
