-- The register: searching a million assets, and the log of changes.

CREATE INDEX asset_search ON asset USING gin (words gin_trgm_ops) WHERE deleted_at IS NULL;

SELECT audit_table('asset', 'asset');
SELECT audit_table('asset_image', 'asset', 'asset_id');
