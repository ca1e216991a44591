-- Agreements between two institutions (L25, L26): the level sets what may travel by default and whether events show.
-- `first_id` < `second_id`, so that a pair has one order. Ended agreements stay: what they allowed must be explainable.

CREATE TABLE agreement (
    id TEXT NOT NULL PRIMARY KEY,
    first_id TEXT NOT NULL,
    second_id TEXT NOT NULL,
    level TEXT NOT NULL,
    goal TEXT,
    class_limit SMALLINT NOT NULL,
    events_visible SMALLINT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    first_signer TEXT NOT NULL,
    second_signer TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);
CREATE INDEX agreement_first ON agreement (first_id, second_id, starts_on);
CREATE INDEX agreement_second ON agreement (second_id, first_id, starts_on);
