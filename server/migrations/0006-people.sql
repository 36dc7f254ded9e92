-- The directory in the order of names, as people of every alphabet expect it.
CREATE INDEX app_user_name ON app_user (organisation_id, name COLLATE "und-x-icu", id) WHERE deleted_at IS NULL;
