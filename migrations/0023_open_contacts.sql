-- What somebody attends now: asked each minute of everybody, and when they lose a role.
CREATE INDEX contact_open ON contact (institution_id, agent_id) WHERE status = 'open';
