-- What a closed month was computed from besides its facts. Came with layout 3.

ALTER TABLE meta.closing ADD COLUMN snapshot_id VARCHAR;
COMMENT ON COLUMN meta.closing.snapshot_id IS 'SHA-256 of the tables of ref and meta as they were then, kept in archive/; NULL where an earlier version closed it.';
