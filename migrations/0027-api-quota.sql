-- How often each system has called in the running minute, for all server processes together (docs/adr/0014). One short row for
-- each system, written at every call: unlogged, since after a crash a minute counted anew harms nobody. The application's role
-- has no part in it.
create unlogged table api_quota (
  client_id bigint primary key,                    -- api_client
  started_at timestamptz not null,                 -- the minute that runs
  used integer not null
) with (fillfactor = 50);
