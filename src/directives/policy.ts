import type { Principal } from '../kernel/principal.ts';
import type { Permission } from '../platform/http/index.ts';

/** Who may open directives at all: anybody in a position; row-level security decides which. */
export const readDirectives: Permission = { name: 'directive.read', allows: (p) => p !== null && p.role !== 'admin' };

/**
 * Who may take in, read and issue: head, deputy or clerk of an office that serves an issuing body, or of the body itself,
 * in a unit of either tier.
 */
export const prepareDirectives: Permission = {
  name: 'directive.prepare',
  allows: (p) => p !== null && p.servesId !== null && (p.role === 'head' || p.role === 'deputy' || p.role === 'clerk'),
};

/** Who may acknowledge receipt at all: anybody who works in an organ. */
export const acknowledgeDirectives: Permission = {
  name: 'directive.acknowledge',
  allows: (p) => p !== null && p.role !== 'admin',
};

/** In whose name a person takes in, reads, issues and recalls: the body served (the own organ, where it issues itself). */
export const mayPrepare = (p: Principal, directive: { issuerOrganId: number }): boolean =>
  prepareDirectives.allows(p) && p.servesId === directive.issuerOrganId;

/** Acknowledges for an organ: its own people, or those of the office that serves it. */
export const mayAcknowledge = (p: Principal, organId: number): boolean =>
  acknowledgeDirectives.allows(p) && (organId === p.organId || organId === p.servesId);
