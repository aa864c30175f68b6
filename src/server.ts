import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { csrf } from 'hono/csrf';
import type { Logger } from 'pino';
import { auditRoutes, sealJob } from './audit/index.ts';
import { calendarEventWords, calendarRoutes } from './calendar/index.ts';
import { assistantJob, directiveEventWords, directiveRoutes, readScanJob } from './directives/index.ts';
import { apiCallers, dossierEventWords, dossierRoutes, takeoverJob, webhookJob } from './dossiers/index.ts';
import { frameOf } from './frame.ts';
import { helpRoutes } from './help/index.ts';
import { notFound } from './kernel/errors.ts';
import { accountEventWords, accountRoutes, organEventWords, organRoutes, principalMiddleware } from './organs/index.ts';
import { overviewRoutes, standingJob } from './overview/index.ts';
import { importJob, lapseJob, petitionEventWords, petitionRoutes } from './petitions/index.ts';
import type { Config } from './platform/config/index.ts';
import { openDatabase } from './platform/db/access.ts';
import { closeExtraction, openFileStore } from './platform/files/index.ts';
import { openClientBuild } from './platform/http/assets.ts';
import { bodyWithin } from './platform/http/bodySize.ts';
import { failurePage } from './platform/http/failure.tsx';
import { healthRoute } from './platform/http/health.ts';
import { type App, type AppContext, type AppEnv, mountRoutes, type RouteTable } from './platform/http/index.ts';
import { openMetrics } from './platform/http/metrics.ts';
import { securityHeaders } from './platform/http/securityHeaders.ts';
import { startJobs } from './platform/jobs/index.ts';
import { closePrinting } from './platform/print/index.ts';
import type { Services } from './platform/services.ts';
import { reminderEventWords, reminderJobs, reminderRoutes } from './reminders/index.ts';
import { exportJob, openPeriodsJob, reportEventWords, reportRoutes } from './reports/index.ts';
import { openRooms, type Rooms } from './rooms.ts';
import {
  createTasks,
  printLettersJob,
  takeOver,
  taskDailyJob,
  taskEventWords,
  taskRoutes,
  withdrawTasksOf,
} from './tasks/index.ts';
import { setAssets } from './ui/index.ts';
import { unitRoutes } from './units/index.ts';

/** Opens what the rooms use of the outside world. */
export async function createServices({
  config,
  databaseUrl,
  log,
}: {
  config: Config;
  databaseUrl: string;
  log: Logger;
}): Promise<Services> {
  const db = openDatabase(databaseUrl);
  const files = openFileStore(config.filesDir);
  const forJobs = { config, db, files, log, clock: Date.now };
  const jobs = await startJobs(
    databaseUrl,
    [
      sealJob(db.system),
      assistantJob(forJobs),
      readScanJob(forJobs),
      taskDailyJob(forJobs),
      printLettersJob(forJobs),
      importJob(forJobs),
      lapseJob(forJobs),
      ...reminderJobs(forJobs),
      exportJob(forJobs),
      openPeriodsJob(forJobs),
      standingJob(forJobs),
      webhookJob(forJobs),
      takeoverJob(forJobs),
    ],
    log,
  );
  return {
    config,
    db,
    log,
    files,
    clock: Date.now,
    close: async () => {
      // A scan that is being read goes back in line; waiting for its end could take minutes.
      const stopped = jobs.stop();
      await closeExtraction();
      await closePrinting();
      await stopped;
      await db.close();
    },
  };
}

/** Every route of the product with its permission: what the application mounts, and what the table of routes and roles tests. */
export function allRoutes(rooms: Rooms): RouteTable {
  return [
    healthRoute,
    ...overviewRoutes(rooms),
    ...unitRoutes,
    ...organRoutes({ onEnded: (tx, by, ended, today) => takeOver(tx, by, ended, today).then(() => {}) }),
    ...calendarRoutes,
    ...accountRoutes,
    ...directiveRoutes({
      onIssued: createTasks,
      onRecalled: (tx, by, id, reason) => withdrawTasksOf(tx, by, id, reason).then(() => {}),
    }),
    ...taskRoutes(rooms),
    ...petitionRoutes,
    ...dossierRoutes,
    ...reportRoutes,
    ...reminderRoutes,
    ...auditRoutes({
      ...accountEventWords,
      ...organEventWords,
      ...calendarEventWords,
      ...directiveEventWords,
      ...taskEventWords,
      ...petitionEventWords,
      ...dossierEventWords,
      ...reminderEventWords,
      ...reportEventWords,
    }),
    ...helpRoutes,
  ];
}

/**
 * The application, read from top to bottom: what every request meets, then the rooms, then what is left.
 * @param clientFolder dist/client
 */
export async function createApp(services: Services, clientFolder: string): Promise<App> {
  const rooms = await openRooms(services);
  const client = await openClientBuild(clientFolder);
  setAssets(client.manifest);
  const metrics = openMetrics();
  // Looking at a finished answer's headers costs as much as the answer: only for those who take it packed.
  const packed = compress();
  const app = new Hono<AppEnv>();
  app.onError((error, c) => failurePage(error, c as AppContext));
  app.notFound((c) => failurePage(notFound('trang này'), c as AppContext));

  app.use(metrics.measure);
  app.use(async (c, next) => {
    c.set('services', services);
    c.set('principal', null);
    c.set('requestId', randomUUID());
    c.set('frame', () => frameOf(c as AppContext, rooms.provinceName));
    await next();
  });
  app.use(securityHeaders);
  mountRoutes(app, [client.route, metrics.route]);
  app.use('/api/*', (c, next) => (c.req.header('Accept-Encoding') ? packed(c, next) : next()));
  app.use(principalMiddleware(services));
  app.use('/api/v1/*', apiCallers);
  // Systems bear a token and no cookie: no other site can make them send a form.
  const ownForms = csrf();
  app.use((c, next) => (c.req.path.startsWith('/api/v1/') ? next() : ownForms(c, next)));
  app.on(['POST', 'PUT', 'DELETE'], '*', bodyWithin(services.config.uploadLimit));
  mountRoutes(app, allRoutes(rooms));
  return app;
}
