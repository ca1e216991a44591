-- What an operator said of each number of the shipped emergency list: without it none is shown to the public or dialled.
CREATE TABLE emergency_number (
    number TEXT NOT NULL PRIMARY KEY,
    decision TEXT NOT NULL,
    how TEXT,
    decided_by TEXT NOT NULL,
    decided_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);

-- How often a row was shown, its contact tapped, or somebody outside said that it is wrong: counts by day, of nobody.
CREATE TABLE service_use (
    service_id TEXT NOT NULL,
    day TEXT NOT NULL,
    shown BIGINT NOT NULL,
    tapped BIGINT NOT NULL,
    reported BIGINT NOT NULL,
    PRIMARY KEY (service_id, day)
);
CREATE INDEX service_use_day ON service_use (day);
