-- The code of the second factor that was last taken: whoever saw it cannot use it again while it would still count.
alter table account_two_factor add column spent_code text, add column spent_at timestamptz;
