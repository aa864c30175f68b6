import type { Context, Hono } from 'hono';
import type { Principal } from '../../kernel/principal.ts';
import type { PageFrame } from '../../ui/index.ts';
import type { Services } from '../services.ts';

/** What every handler finds on its context. */
export interface AppEnv {
  Variables: {
    services: Services;
    /** The signed-in person in the position chosen; null for the public. */
    principal: Principal | null;
    /** Masthead, navigation and flash message for this request. */
    frame: () => PageFrame;
    requestId: string;
    /** Headers were set on the context (cookies), which an answer of its own must not leave behind. */
    headersSet?: boolean;
  };
}
export type AppContext = Context<AppEnv>;
export type App = Hono<AppEnv>;
